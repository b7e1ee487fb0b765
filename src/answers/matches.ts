/**
 * Whether a name is meant by a declared one, in which each `*` stands for anything or nothing. Piece by piece from the left, which for
 * stars alone is enough: no regular expression, so that nothing in a name can mean more than itself, and no way back to take.
 */
export function matches(declared: string, name: string): boolean {
  const [first = '', ...pieces] = declared.split('*');
  const last = pieces.pop();
  if (last === undefined) return name === declared;
  if (!name.startsWith(first)) return false;
  let end = first.length;
  for (const piece of pieces) {
    const found = name.indexOf(piece, end);
    if (found < 0) return false;
    end = found + piece.length;
  }
  return end + last.length <= name.length && name.endsWith(last);
}
