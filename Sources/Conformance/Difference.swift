/// A way in which ours differs from the published file, with its reason.
public enum Difference: String, CaseIterable, Sendable {
  case pastTheBudget = "past-the-budget"
  case uncounted
  case legalOnly = "legal-queries-only"
  case strictBound = "strict-bound"
  case unequalLengths = "unequal-lengths"
  case encryptionsRecorded = "encryptions-recorded"
  case checksRemembered = "checks-remembered"
  case fixedFunction = "fixed-function"
  case exponentZero = "exponent-zero"
  case neutralElement = "neutral-element"
  case ephemeralHashed = "ephemeral-hashed"
  case givesUp = "gives-up"

  /// In which queries the games part, and how.
  public var words: String {
    switch self {
    case .pastTheBudget: "past the budget the file answers `None` or `witness` and plays on; here the trial is a forfeit"
    case .uncounted: "the file does not count this query; here it has a budget, and past it the trial is a forfeit"
    case .legalOnly: "the file charges legal queries only; here every query is charged, so the budget is used up sooner"
    case .strictBound: "as many as the bound: refused by the file (`<`), answered here (`≤`)"
    case .unequalLengths: "messages of two lengths: a challenge in the file, refused here"
    case .encryptionsRecorded: "what `enc` has produced: decrypted by the file, refused here"
    case .checksRemembered: "a point whose digest belongs to a point that was checked: passes in the file, does not here"
    case .fixedFunction: "a colliding pair written into the adversary: wins here in every trial, under a drawn key by chance only"
    case .exponentZero: "the exponent is 0 in the file with probability 1/q, and never here"
    case .neutralElement: "the neutral element: hashed by the file, refused here"
    case .ephemeralHashed: "the derived key: of the shared element in the file, of that and the ephemeral element here"
    case .givesUp: "after the planted key has met one of the reduction's own: the file plays on, here the reduction gives up"
    }
  }

  /// Why ours differs, and what that is worth.
  public var why: String {
    switch self {
    case .pastTheBudget:
      "An adversary can count for itself, and learns nothing from a constant; an outcome of its own shows a mistake in whoever "
        + "wrote the adversary."
    case .uncounted:
      "Every ε here is a formula of the work that is done, so all work is counted: attempts without end would make the bound of "
        + "a calibrated suite 1."
    case .legalOnly:
      "An adversary knows which of its queries are legal and can leave the others out, so both count the same adversaries."
    case .strictBound: "A parameter says the most that there may be; the file's bound is this one and one more."
    case .unequalLengths:
      "Real ciphers show the length of a message, so without the check the game is lost outright on every real suite."
    case .encryptionsRecorded: "As published the game is lost outright by every cipher."
    case .checksRemembered: "So that a digest determines its point in the ideal world also for a verifier that only checks."
    case .fixedFunction:
      "SHA-384 has no key. A pair that collides exists, and the adversary with that pair in its text wins with one query and no "
        + "work; nobody knows the pair, which is all that protects (Rogaway, “Formalizing human ignorance”, 2006). So ε_cr on "
        + "SHA-384 is no supremum over adversaries, which would be 1: it is what the adversary attains that the reduction makes "
        + "of one that somebody can write down. The reduction is explicit code, so this reading is enough. A calibrated hash is "
        + "drawn anew for each trial, as the file's key is."
    case .exponentZero:
      "With it every recipient derives the hash of 1, which everybody knows: worth 1/q for each key, and no real library makes "
        + "such a key."
    case .neutralElement: "Real groups refuse it, and so must their model; an owner learns nothing from the hash of 1."
    case .ephemeralHashed:
      "In real groups two encodings of an ephemeral key share a secret; unless it is hashed, too, a changed challenge decrypts."
    case .givesUp: "From there on the published reduction cannot win; to play on would only be work."
    }
  }

  /// Where the project says so.
  public var said: String {
    switch self {
    case .pastTheBudget, .uncounted, .legalOnly, .strictBound, .exponentZero, .neutralElement, .fixedFunction:
      "docs/model.md, section 3.9"
    case .unequalLengths: "docs/model.md, section 3.5"
    case .encryptionsRecorded: "results/findings/unrecorded-outputs.md"
    case .checksRemembered: "results/findings/ideal-hash-memory.md"
    case .ephemeralHashed: "results/findings/equivalent-ephemerals.md"
    case .givesUp: "Games/SignatureIdealization/OneKeyForger.swift"
    }
  }

  /// What a query shows in which the games part in this way, and how they go on.
  enum Shape {
    /// Ours is over budget, the file answers its constant. Ours is not asked.
    case constant
    /// Ours is over budget, the file answers as ours would.
    case unlimited
    /// Ours answers and the file does not; afterwards ours is as if it had not been asked.
    case oursAlone
    /// The file answers and ours does not; afterwards the file is as if it had not been asked.
    case theirsAlone
    /// Ours answers nothing any more; that ends the trial as soon as the file does.
    case oursSilent
    /// Answers or flags differ, and the trial ends.
    case apart
  }

  var shape: Shape {
    switch self {
    case .pastTheBudget: .constant
    case .uncounted, .legalOnly: .unlimited
    case .strictBound: .oursAlone
    case .unequalLengths, .encryptionsRecorded, .neutralElement: .theirsAlone
    case .givesUp: .oursSilent
    case .checksRemembered, .fixedFunction, .exponentZero, .ephemeralHashed: .apart
    }
  }
}
