// What expressions are made of once they are parsed.

/** Names and list positions, from the item inwards; a name may be a placeholder (`#name`). */
export type Path = readonly (string | number)[];

export type PathOperand = { kind: 'path'; path: Path };
export type ValueOperand = { kind: 'value'; placeholder: string };
export type Operand = PathOperand | ValueOperand | { kind: 'size'; path: Path };

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

export type Condition =
  | { kind: 'and' | 'or'; left: Condition; right: Condition }
  | { kind: 'not'; condition: Condition }
  | { kind: 'compare'; comparator: Comparator; left: Operand; right: Operand }
  | { kind: 'between'; operand: Operand; low: Operand; high: Operand }
  | { kind: 'in'; operand: Operand; list: readonly Operand[] }
  | { kind: 'attribute_exists' | 'attribute_not_exists'; path: Path }
  | { kind: 'attribute_type' | 'begins_with' | 'contains'; path: Path; argument: Operand };

export type NewValue =
  | PathOperand
  | ValueOperand
  | { kind: 'if_not_exists'; path: Path; otherwise: NewValue }
  | { kind: 'sum' | 'difference'; left: NewValue; right: NewValue };

export type Update = {
  set: readonly { path: Path; value: NewValue }[];
  remove: readonly Path[];
  add: readonly { path: Path; value: ValueOperand }[];
};

/** With the `#names` and `:values` that it speaks of. */
export type Parsed<Expression> = { expression: Expression; placeholders: ReadonlySet<string> };
