/// A symmetric key of a domain: it exists inside HSMs only.
///
/// It is no `WireMessage`, and its bytes are visible to this module alone, so an HSM's answer cannot contain one: a leak does not
/// compile. The only ways out are `KeyMap.wrapped` and `seal`. [ours: the paper's authors use a taint type system on Java]
public struct DomainKey: Hashable, Sendable {
  let secret: [UInt8]

  init(_ secret: [UInt8]) { self.secret = secret }
}

@available(*, unavailable, message: "a domain key leaves an HSM wrapped or not at all")
extension DomainKey: WireMessage {
  public var wire: [UInt8] { [] }
}

extension DomainKey: CustomStringConvertible, CustomReflectable {
  public var description: String { "domain key (hidden)" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
