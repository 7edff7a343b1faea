import type { Indicator, Measure, OrderRequisites, Plan, Section } from '#domain/orders/plan.ts';
import type { Target } from '#domain/targets/target.ts';

/** A target whose place in the measure may be unknown: the contract does not print it. */
export type WrittenTarget = Omit<Target, 'in'> & { readonly in?: Target['in'] | undefined };

export type WrittenMeasure = Omit<Measure, 'source' | 'confidence' | 'targets'> & {
  readonly targets: readonly WrittenTarget[];
};

/**
 * A plan to be put on paper: the fields of the contract without places, confidences and warnings, which speak of another
 * document. Every `Plan` is one.
 */
export type WrittenPlan = Pick<
  Plan,
  | 'level'
  | 'territory'
  | 'kind'
  | 'period'
  | 'columns'
  | 'abbreviations'
  | 'people'
  | 'goals'
  | 'tasks'
  | 'schools'
  | 'basis'
> & {
  readonly order: Omit<OrderRequisites, 'source'> & {
    /** Where the order was signed («г. Заречный»); the contract does not have it. */
    readonly place?: string | null | undefined;
  };
  readonly sections: readonly Omit<Section, 'source' | 'confidence'>[];
  readonly measures: readonly WrittenMeasure[];
  readonly indicators: readonly Omit<Indicator, 'place' | 'confidence'>[];
};
