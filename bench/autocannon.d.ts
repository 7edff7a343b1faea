/** The part of autocannon that the measurements use; the package brings no types. */
declare module 'autocannon' {
  type Run = Promise<{ requests: { average: number }; errors: number; non2xx: number }> & {
    on: (
      event: 'response',
      heard: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ) => void;
  };
  function autocannon(options: {
    url: string;
    connections: number;
    duration: number;
    headers: Record<string, string>;
  }): Run;
  export = autocannon;
}
