/// A word or a symbol of the interface, for people.
public struct Word: Sendable {
  public enum Group: String, CaseIterable, Sendable {
    case symbols = "symbols of the bounds"
    case budgets = "budgets of queries"
    case sequence = "games of the sequence"
    case reductions = "reductions and primitives"
    case proofs = "games and hops"
    case runs = "runs and verdicts"
    case domains = "domains and their entities"
    case policies = "policies and searches"
  }

  public let group: Group
  public let term: String
  /// One sentence, without its full stop.
  public let meaning: String
  /// Where there is more.
  public let place: String
}

extension Word {
  /// What two spellings of one name have in common: `eps_sig`, `epsilon_sig` and `ε_sig`; `G5'`, `g5prime` and `G₅′`; any case,
  /// any separators.
  public static func plain(_ name: String) -> String {
    var plain = ""
    for character in name.lowercased() {
      switch character {
      case "ε": plain += "eps"
      case "₀"..."₉": plain += "\((character.unicodeScalars.first?.value ?? 0x2080) - 0x2080)"
      case "′", "’": plain += "'"
      case "_", "-", " ", ".", "·": break
      default: plain.append(character)
      }
    }
    return plain.replacing("epsilon", with: "eps").replacing("prime", with: "'")
  }
}
