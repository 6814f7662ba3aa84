// Claim: nobody can tell a real signature service from one that, under its own keys, accepts exactly what it has signed, except
// by a forgery.
//
//     |Pr[A = 1 in Ideal] − Pr[A = 1 in Real]|  ≤  Pr[A forges in Real]  =  Pr[UF(B(A))]  ≤  q_gen · Pr[UF₁(C(B(A)))]
//
// The notion is *strong* unforgeability: a second signature on a message that was signed counts as a forgery.
// Source: EasyCrypt, theories/crypto/assumptions/PKSMK.ec, lemmas ind_uf, uf_uf1 and ind_uf1.
public import GameKit
public import Primitives

/// The hop `ind_uf`: identical until a forgery.
public struct SignatureIdealization<S: SignatureScheme>: Hop {
  public typealias Query = SignatureQuery<S>
  public typealias Answer = SignatureAnswer<S>
  let scheme: S

  public init(scheme: S) { self.scheme = scheme }

  public var left: Real { Real(service: SignatureService(scheme: scheme)) }
  public var right: Ideal { Ideal(service: SignatureService(scheme: scheme)) }

  public func isBad(_ left: borrowing Real) -> Bool { left.hasForgery }

  public func relation(_ left: borrowing Real, _ right: borrowing Ideal) -> Relation {
    guard left.service.registered.agrees(with: right.service.registered) else { return .broken("registered keys") }
    guard left.service.produced.agrees(with: right.service.produced) else { return .broken("produced signatures") }
    return .holds
  }
}
