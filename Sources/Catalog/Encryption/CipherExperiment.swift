import Arena
import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// The game of authenticated encryption, once cipher and adversary are concrete types.
struct CipherExperiment {
  let record: CipherRecord

  func build(_ selection: Selection) -> AnyExperiment {
    switch selection.suite {
    case .calibrated, .symbolic: build(selection.calibratedCipher, selection)
    case .kms, .kmsLowS, .modern: build(AES256GCM(), selection)
    }
  }

  private func build<C: AEAD>(_ cipher: C, _ selection: Selection) -> AnyExperiment {
    switch selection.adversary {
    case "encrypt-then-decrypt": build(EncryptThenDecrypt(cipher: cipher), cipher, selection)
    case "forge-ciphertext": build(ForgeCiphertext(cipher: cipher, tries: selection["q_dec"]), cipher, selection)
    case "guess-cipher-key": build(GuessCipherKey(cipher: cipher, tries: selection["q_open"]), cipher, selection)
    case "idle": build(Idle<CipherQuery<C>, CipherAnswer>(), cipher, selection)
    default: preconditionFailure("\(selection.adversary) is listed and cannot be built")
    }
  }

  private func build<C: AEAD, A: Adversary<CipherQuery<C>, CipherAnswer>>(
    _ adversary: A, _ cipher: C, _ selection: Selection
  ) -> AnyExperiment {
    let budget = Budget<CipherQuery<C>.Kind> { kind in
      switch kind {
      case .newKey, .enc, .lor: 16
      case .dec: selection["q_dec"]
      case .seal: Int(UInt32.max)
      case .open: selection["q_open"]
      }
    }
    return Shared.hide(
      AssumptionExperiment(
        left: { CipherGame(cipher: cipher, record: record, isRight: false) },
        right: { CipherGame(cipher: cipher, record: record, isRight: true) }, adversary: adversary, budget: budget,
        coupling: selection.coupling))
  }
}

extension Selection {
  var calibratedCipher: CalibratedAEAD {
    CalibratedAEAD(keyBits: self["cipherKeyBits"], nonceBits: self["nonceBits"], tagBits: self["tagBits"])
  }
}
