public import DomainManagement
public import Primitives

/// An HSM of the key-secrecy game.
public enum KeySecrecyHSM<Base: Suite> {
  case genuine(HSM<PortedSuite<Base>>)
  case rogue(RogueHSM<PortedSuite<Base>>)

  var member: Member<PortedSuite<Base>> {
    switch self {
    case .genuine(let hsm): hsm.member
    case .rogue(let hsm): hsm.member
    }
  }
}

/// A host of the key-secrecy game.
public struct KeySecrecyHost<Base: Suite> {
  var host: Host<PortedSuite<Base>>
  /// Whether set-up installed the founding trust of an honest domain.
  var isProtected = false
}
