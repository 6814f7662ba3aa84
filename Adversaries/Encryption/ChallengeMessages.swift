import Primitives

/// The two messages of a challenge, and the tags that the adversaries of this folder use.
struct ChallengeMessages {
  let left: Bytes
  let right: Bytes
  let tag = Bytes([0])
  let otherTag = Bytes([1])

  /// - Parameter length: of both messages, in bytes.
  init(length: Int) {
    left = Bytes([UInt8](repeating: 0, count: length))
    right = Bytes([UInt8](repeating: 255, count: length))
  }
}
