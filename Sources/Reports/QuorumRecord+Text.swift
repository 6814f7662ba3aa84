internal import Foundation
public import Records
internal import Words

extension QuorumRecord {
  public var text: String { "\(words)\n\n\(table.text)" }
  public var markdown: String { "# The quorum\n\n\(words)\n\n\(table.markdown)" }

  private var words: String {
    """
    How many operators of a trust have to sign its successor is its quorum. The proof assumes that any n genuine operators \
    include an honest one.
    (Quorum rules by command and role are more than one number: `\(CommandWords.line("describe", "'quorum rules'"))`.)
    Of \(operators) operators, each dishonest with probability \(probability), independently:
    """
  }

  private var table: Table {
    var table = Table(header: ["", "n", "P[n or more are dishonest]", "operators that may be away"])
    table.rows = rows.map { [$0.quorum == chosen ? "→" : "", "\($0.quorum)", $0.failureText, "\($0.spare)"] }
    return table
  }
}

extension QuorumRecord.Row {
  /// The probability with six digits, never rounded to 0 or to 1: 1.23e-4000, or 1 − 4.56e-20.
  public var failureText: String {
    guard let log10Failure else { return "0" }
    guard let log10Complement else { return "1" }
    return log10Complement < -6 ? "1 − \(Self.text(log10Complement))" : Self.text(log10Failure)
  }

  private static func text(_ logarithm: Double) -> String {
    if logarithm > -300 { return String(format: "%.6g", pow(10, logarithm)) }
    let exponent = floor(logarithm)
    return String(format: "%.6g", pow(10, logarithm - exponent)) + "e\(Int(exponent))"
  }
}
