// Nobody can tell a real signature service from one that, under its own keys, accepts exactly what it has signed, except by a
// forgery; the claims are stated below, in the hop's facts. The notion is *strong* unforgeability: a second signature on a
// message that was signed counts as a forgery.
public import GameKit
public import Primitives
internal import Records

/// The hop `ind_uf`: identical until a forgery.
public struct SignatureIdealization<S: SignatureScheme>: Hop {
  public typealias Query = SignatureQuery<S>
  public typealias Answer = SignatureAnswer<S>
  let scheme: S

  public init(scheme: S) { self.scheme = scheme }

  public var left: Real { Real(service: SignatureService(scheme: scheme)) }
  public var right: Ideal { Ideal(service: SignatureService(scheme: scheme)) }

  public func isBad(_ left: borrowing Real) -> Bool { left.hasForgery }

  public func badPlaces(_ left: borrowing Real) -> Int { left.forgedKeys.count }

  public func relation(_ left: borrowing Real, _ right: borrowing Ideal) -> Relation {
    guard left.service.registered.agrees(with: right.service.registered) else { return .broken("registered keys") }
    guard left.service.produced.agrees(with: right.service.produced) else { return .broken("produced signatures") }
    return .holds
  }
}

extension HopFacts {
  public static let indUF = HopFacts(
    "ind_uf", "signature idealization costs a forgery", lemma: "PKSMK: ind_uf",
    claim: """
      Real and ideal signatures are identical until a forgery, and the reduction B(A), which hands every query on, forges in \
      exactly those trials:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ Pr[forgery] = Pr[UF(B(A))]
      """,
    badEvent: "forgery", bound: "q_gen" * "ε_sig", source: "\(signatureSource), lemma ind_uf")

  public static let indUF1 = HopFacts(
    "ind_uf1", "signature idealization, down to one key", lemma: "PKSMK: ind_uf1",
    claim: """
      Both reductions in a row:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ q_gen·Pr[UF₁(C(B(A)))]
      """,
    badEvent: "forgery", bound: "q_gen" * "ε_sig", source: "\(signatureSource), lemma ind_uf1")

  /// The published file of this folder's games.
  public static let signatureSource = "EasyCrypt, theories/crypto/assumptions/PKSMK.ec"
}
