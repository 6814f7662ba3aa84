import Arena
import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// What to build once function and adversary are concrete types.
protocol HashExperiments {
  func build<P: PointHash, A: Adversary<HashQuery<P>, HashAnswer<P>>, C: Compilation>(
    _ adversary: A, function: P, selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment
}

extension HashExperiments {
  func build(_ selection: Selection) -> AnyExperiment {
    switch selection.suite {
    case .calibrated, .symbolic: build(MessageHash(selection.calibratedHash), selection, Specialised.self)
    case .kms, .kmsLowS: build(MessageHash(SHA2.sha384), selection, Shared.self)
    case .modern: build(MessageHash(SHA2.sha256), selection, Shared.self)
    }
  }

  private func build<P: PointHash, C: Compilation>(
    _ function: P, _ selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment {
    switch selection.adversary {
    case "birthday": build(Birthday(function), function: function, selection: selection, compilation)
    case "second-preimage": build(SecondPreimage(function), function: function, selection: selection, compilation)
    case "check-twice": build(CheckTwice(function), function: function, selection: selection, compilation)
    case "fuzz-hashes":
      build(FuzzHashes(function, queries: selection["queries"]), function: function, selection: selection, compilation)
    case "idle": build(Idle<HashQuery<P>, HashAnswer<P>>(), function: function, selection: selection, compilation)
    default: preconditionFailure("\(selection.adversary) is listed and cannot be built")
    }
  }
}

extension Selection {
  /// A truncated function has one bit less than the bound is told.
  var calibratedHash: CalibratedHash { CalibratedHash(bits: max(1, self["hashBits"] - (twin == "truncated" ? 1 : 0))) }

  func hashBudget<P>() -> Budget<HashQuery<P>.Kind> { Budget { $0 == .service ? self["q_hash"] : self["q_work"] } }

  /// The reduction evaluates whatever the adversary hashes.
  func collisionBudget<P>(submitted: Int) -> Budget<CollisionQuery<P>.Kind> {
    Budget { $0 == .collision ? submitted : submitted + self["q_work"] }
  }
}

struct PlayHashes: HashExperiments {
  func build<P: PointHash, A: Adversary<HashQuery<P>, HashAnswer<P>>, C: Compilation>(
    _ adversary: A, function: P, selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment {
    let (hop, coupling) = (HashIdealization(function), selection.coupling)
    if selection.twin == "unflagged" {
      return Shared.hide(
        DistinguishingExperiment(UnflaggedHop(hop), adversary: adversary, budget: selection.hashBudget(), coupling: coupling))
    }
    return C.hide(
      DistinguishingExperiment(hop, adversary: adversary, budget: selection.hashBudget(), coupling: coupling))
  }
}

struct PlayCollision: HashExperiments {
  func build<P: PointHash, A: Adversary<HashQuery<P>, HashAnswer<P>>, C: Compilation>(
    _ adversary: A, function: P, selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment {
    let reduction = SimulatingReduction(of: HashIdealization<P>.Real.self) { CollisionFinder<P>() }
    return C.hide(
      WinningExperiment(
        { HashCollision(function) }, adversary: Reduced(reduction, of: adversary),
        budget: selection.collisionBudget(submitted: selection["q_hash"])))
  }
}

struct PlayBinding: HashExperiments {
  let memory: HashMemory
  func build<P: PointHash, A: Adversary<HashQuery<P>, HashAnswer<P>>, C: Compilation>(
    _ adversary: A, function: P, selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment {
    C.hide(
      WinningExperiment({ HashBinding(function, memory: memory) }, adversary: adversary, budget: selection.hashBudget()))
  }
}

struct HopToCollision: HashExperiments {
  var memory = HashMemory.hashedAndChecked
  func build<P: PointHash, A: Adversary<HashQuery<P>, HashAnswer<P>>, C: Compilation>(
    _ adversary: A, function: P, selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment {
    C.hide(
      HopExperiment(
        HashIdealization(function, memory: memory), budget: selection.hashBudget(), adversary: adversary,
        reduction: SimulatingReduction(of: HashIdealization<P>.Real.self) { CollisionFinder<P>(memory: memory) },
        to: { HashCollision(function) }, targetBudget: selection.collisionBudget(submitted: selection["q_hash"]),
        agreement: .everyTrial, coupling: selection.coupling))
  }
}
