/// The name of `known` that was probably meant: at most a third of the letters of `name` are wrong; or, where they are eight or
/// more, at most a fourth in what is the beginning of a longer name. [ours]
public func nearestName(_ name: String, _ known: [String]) -> String? {
  func distance(_ candidate: String) -> Int? {
    let whole = editDistance(name, candidate)
    if whole <= max(1, name.count / 3), whole < name.count { return whole }
    guard name.count >= 8 else { return nil }
    let start = (-2...2).map { editDistance(name, String(candidate.prefix(name.count + $0))) }.min() ?? .max
    return start <= name.count / 4 ? start : nil
  }
  return known.compactMap { candidate in distance(candidate).map { (candidate, $0) } }.min { $0.1 < $1.1 }?.0
}

/// How many letters have to be put in, left out, changed, or exchanged with their neighbour (optimal string alignment).
private func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a.utf8), Array(b.utf8))
  var (before, row) = ([Int](), Array(0...b.count))
  for i in a.indices {
    var next = [i + 1]
    for j in b.indices {
      var distance = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { distance = min(distance, before[j - 1] + 1) }
      next.append(distance)
    }
    (before, row) = (row, next)
  }
  return row[b.count]
}
