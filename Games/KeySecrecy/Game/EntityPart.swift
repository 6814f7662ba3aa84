/// An entity of the games of key secrecy and of the encryption service, and what may be asked of it there: for people. The code
/// is `KeySecrecyGame`; docs/model.md, section 3.6, has the same table.
public struct EntityPart: Sendable {
  public let entity: String
  public let part: String

  public static let all = [
    EntityPart(entity: "honest operator", part: "authorises what its rules allow, and nothing else"),
    EntityPart(entity: "dishonest operator", part: "genuine, authorises anything; of n genuine ones one at least is honest"),
    EntityPart(entity: "rogue operator", part: "authorises anything; no registry lists it"),
    EntityPart(
      entity: "shared operator",
      part: "an operator with an HSM's identity: honest and genuine with a genuine HSM, rogue with a rogue one"),
    EntityPart(entity: "HSM", part: "founds, adds keys, updates and serves, by its rules"),
    EntityPart(
      entity: "rogue HSM",
      part: "signs tokens, and opens what is wrapped to it; asked to work as an HSM it is answered `unknown`"),
    EntityPart(entity: "host", part: "installs and advances by its rules; checks a token before it asks an HSM"),
    EntityPart(entity: "corrupt host", part: "the same, but what it asks of HSMs is the adversary's, and unchecked"),
    EntityPart(
      entity: "rogue host",
      part: "can be listed in a trust, and no more: no user is there, and whatever it is asked is answered `unknown`"),
  ]

  /// All of them, a line each.
  public static let words = "Who does what:\n" + all.map { "    \($0.entity): \($0.part)" }.joined(separator: "\n")
}
