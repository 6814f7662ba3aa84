public import Records

extension ExactRecord {
  public var text: String { ([heading, "", table.text] + conclusion).joined(separator: "\n") + "\n" }
  public var markdown: String { (["## \(heading)", "", table.markdown] + conclusion).joined(separator: "\n") + "\n" }

  private var heading: String {
    let settings = parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    return "\(game), \(adversary)\(twin.map { ", twin \($0)" } ?? ""), over all coins: \(paths) paths   \(settings)"
  }

  private var table: Table {
    var table = Table(header: ["probability", "exactly"])
    let rows: [(String, String?)] = [
      ("bad event, or win", bad), ("1 in the left world", left), ("1 in the right world", right), ("advantage", advantage),
      ("the reduction wins", reduction), ("bad event without a win, or a win without it", disagreement),
      ("mean number of places", places), ("lockstep violation", violation), ("forfeit", forfeit),
    ]
    table.rows = rows.compactMap { name, value in value.map { [name, $0] } }
    return table
  }

  private var conclusion: [String] {
    var lines = [
      "value \(Number.text(value)), closed formula \(formula.map { Number.text($0) } ?? "none"), bound "
        + "\(bound.expression)\(bound.value.map { Number.text($0) }.map { $0 == bound.expression ? "" : " = \($0)" } ?? "")"
    ]
    if let views {
      lines.append(
        views.distance == "0"
          ? "the two worlds are equal: \(views.left) views, each with the same probability in both"
          : "the two worlds differ: \(views.left) and \(views.right) views at statistical distance \(views.distance)")
    }
    return lines + (refutation.map { ["", "not met: \($0)"] } ?? [])
  }
}
