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
    if let chances {
      for kind in chances.kinds {
        table.rows.append(["\(kind.kind): chances added up", kind.chances])
        table.rows.append(["\(kind.kind): first success", kind.successes])
      }
      table.rows.append(["bad event, or win, by forced successes", chances.bad])
      if advantage != nil {
        table.rows.append(["1 right − 1 left", chances.shown])
        table.rows.append(["1 right − 1 left, by forced successes", chances.forced])
      }
    }
    return table
  }

  private var conclusion: [String] {
    var lines = [
      "value \(Number.text(value)), closed formula \(formula.map { Number.text($0) } ?? "none"), bound "
        + "\(bound.expression)\(bound.value.map { Number.text($0) }.map { $0 == bound.expression ? "" : " = \($0)" } ?? "")"
    ]
    if let chances {
      lines.append(
        chances.areRight
          ? "the reported chances are right: added up they are the probability of a success, and forced successes show it"
          : "the reported chances are wrong, in a part of \(chances.violation) visibly")
    }
    if let views {
      lines.append(
        views.distance == "0"
          ? "the two worlds are equal: \(views.left) views, each with the same probability in both"
          : "the two worlds differ: \(views.left) and \(views.right) views at statistical distance \(views.distance)")
    }
    return lines + (refutation.map { ["", "not met: \($0)"] } ?? [])
  }
}
