public import Coins
internal import Foundation
internal import Primitives
public import Scenarios

/// The coins that a student's adversary is played on: a one-way function of the teacher's secret, the assignment and the name, so
/// that a grade can be given again, and nobody without the secret can compute them.
public struct StudentSeed: Sendable {
  /// Shorter ones can be guessed, whose coins can be computed.
  public static let leastSecret = 16

  private let secret: [UInt8]

  /// - Parameter bytes: the teacher's file; line ends at its end do not count.
  /// - Throws: an error if it is so short that it can be guessed.
  public init(secret bytes: [UInt8], file: String) throws(InputError) {
    secret = bytes.reversed().drop { $0 == 10 || $0 == 13 }.reversed()
    guard secret.count >= Self.leastSecret else {
      throw InputError(
        file: file, "a secret of \(secret.count) bytes can be guessed",
        hint: "\(Self.leastSecret) or more, for example from: openssl rand -hex 32")
    }
  }

  /// - Parameter attempt: each submission of a student has coins of its own; on the same ones it could use what an earlier one
  ///   has seen.
  public func source(for student: StudentName, in assignment: String, attempt: Int) -> CoinSource {
    Self.source(secret, student, assignment, attempt)
  }

  /// Each part behind its length, so that no two lists of parts are one text.
  package static func source(_ secret: [UInt8], _ student: StudentName, _ assignment: String, _ attempt: Int) -> CoinSource {
    let info = ["coins of a grade", assignment, student.text, "\(attempt)"].flatMap { part in
      Array("\(part.utf8.count):".utf8) + Array(part.utf8)
    }
    let digits = HKDF.bytes(32, secret: secret, salt: [], info: info).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    guard let secret = CoinSecret(digits.joined()) else { preconditionFailure("32 bytes are a secret") }
    return CoinSource(seed: 1, secret: secret)
  }
}
