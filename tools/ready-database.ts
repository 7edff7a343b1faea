/** Makes the packaged programs of PostgreSQL ready in their place: an archive of them then needs nobody's right to write. */
import { makePackagedReady } from '#platform/database/embedded/binaries.ts';

makePackagedReady();
