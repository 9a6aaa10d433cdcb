/**
 * Sizes may be written as small sums: `4*$c`, `2*d+1`, `($h - 1)/2`, `2**5`. This
 * file reads and evaluates them; nothing else of the text is ever run.
 */

/** A sum that is not yet evaluated. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/' | '%' | '**';
      readonly left: Expression;
      readonly right: Expression;
    };

/** What is wrong with an expression, as one sentence. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  /**
   * @param message What is wrong.
   * @param unknown The name that is not known, if that is it.
   */
  constructor(
    message: string,
    readonly unknown?: string,
  ) {
    super(message);
  }
}

const token = /\s*(?:(\d+(?:\.\d+)?|\.\d+)|\$?([A-Za-z_]\w*)|(\*\*|[-+*/%()]))/y;

/** Deepest nesting of parentheses and signs that is read, and the most numbers, names and signs. */
const depthLimit = 50;
const lengthLimit = 200;

/**
 * Reads an expression.
 *
 * @param text Text of it, whole.
 * @returns The expression.
 * @throws {ExpressionError} If it isn't one.
 */
export function parseExpression(text: string): Expression {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const match = token.exec(text);
    if (!match) throw new ExpressionError(`\`${text}\` is not a sum of numbers and names`);
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  if (tokens.length > lengthLimit) throw new ExpressionError(`\`${text}\` is too long`);
  let next = 0;
  let depth = 0;

  function fail(): never {
    throw new ExpressionError(`\`${text}\` is not a sum of numbers and names`);
  }
  function operand(): Expression {
    if (++depth > depthLimit) throw new ExpressionError(`\`${text}\` is nested too deeply`);
    const current = tokens[next++];
    let result: Expression;
    if (current === '-') result = { kind: 'negate', operand: operand() };
    else if (current === '(') {
      result = sum();
      if (tokens[next++] !== ')') fail();
    } else if (current === undefined) fail();
    else if (/^[\d.]/.test(current)) result = { kind: 'number', value: Number(current) };
    else if (/^\w/.test(current)) result = { kind: 'name', name: current };
    else fail();
    // A power binds more tightly than the sign before it, and to the right first.
    if (current !== '-' && tokens[next] === '**') {
      next++;
      result = { kind: 'binary', operator: '**', left: result, right: operand() };
    }
    depth--;
    return result;
  }
  function product(): Expression {
    let left = operand();
    for (;;) {
      const operator = tokens[next];
      if (operator !== '*' && operator !== '/' && operator !== '%') return left;
      next++;
      left = { kind: 'binary', operator, left, right: operand() };
    }
  }
  function sum(): Expression {
    let left = product();
    for (;;) {
      const operator = tokens[next];
      if (operator !== '+' && operator !== '-') return left;
      next++;
      left = { kind: 'binary', operator, left, right: product() };
    }
  }
  const result = sum();
  if (next < tokens.length) fail();
  return result;
}

/**
 * Works an expression out.
 *
 * @param expression The expression.
 * @param lookup Value of a name; nothing when it has none.
 * @returns The number.
 * @throws {ExpressionError} If a name is unknown or a division is by zero.
 */
export function evaluate(
  expression: Expression,
  lookup: (name: string) => number | undefined,
): number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'name': {
      const value = lookup(expression.name);
      if (value === undefined) {
        throw new ExpressionError(`nothing says what \`${expression.name}\` is`, expression.name);
      }
      return value;
    }
    case 'negate':
      return -evaluate(expression.operand, lookup);
    case 'binary': {
      const left = evaluate(expression.left, lookup);
      const right = evaluate(expression.right, lookup);
      switch (expression.operator) {
        case '+':
          return left + right;
        case '-':
          return left - right;
        case '*':
          return left * right;
        case '/':
          if (right === 0) throw new ExpressionError('divides by zero');
          return left / right;
        case '%':
          if (right === 0) throw new ExpressionError('divides by zero');
          return left % right;
        case '**':
          return left ** right;
      }
    }
  }
}

/**
 * Lists the names that an expression uses.
 *
 * @param expression The expression.
 * @returns Its names, in order.
 */
export function namesOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'name':
      return [expression.name];
    case 'negate':
      return namesOf(expression.operand);
    case 'binary':
      return [...namesOf(expression.left), ...namesOf(expression.right)];
  }
}
