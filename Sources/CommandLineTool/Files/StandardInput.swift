internal import AdversaryBridge
internal import Foundation
internal import Synchronization
internal import Words

/// Standard input by lines, for a conversation: an interrupt ends the waiting.
final class StandardInput: Sendable {
  private let waiting = Mutex<[UInt8]>([])
  /// More is no line that a person types.
  private static let longest = 1 << 20

  /// Shows the prompt on standard error, and waits for the next line.
  func next(_ prompt: String) -> Hand.Input {
    try? Descriptor.write(prompt, to: STDERR_FILENO)
    let input = line()
    // A terminal shows what is typed; else the conversation would lack one half.
    switch input {
    case .line(let text): if isatty(STDIN_FILENO) == 0 { Failure.line(text) }
    case .ended, .interrupted: Failure.line("")
    }
    return input
  }

  private func line() -> Hand.Input {
    waiting.withLock { bytes in
      while true {
        if Interrupts.isRaised { return .interrupted }
        if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
          defer { bytes.removeFirst(end + 1) }
          return .line(String(decoding: bytes[..<end], as: UTF8.self).trimmed)
        }
        guard bytes.count < Self.longest else { return .ended }
        var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        // An interrupt ends a poll; one that comes just before it is seen a moment later.
        guard poll(&request, 1, 250) > 0 else { continue }
        var buffer = [UInt8](repeating: 0, count: 1 << 12)
        let count = buffer.withUnsafeMutableBytes { Foundation.read(STDIN_FILENO, $0.baseAddress, $0.count) }
        if count > 0 {
          bytes += buffer[..<count]
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
          if bytes.isEmpty { return .ended }
          // The last line may lack its end.
          defer { bytes = [] }
          return .line(String(decoding: bytes, as: UTF8.self).trimmed)
        }
      }
    }
  }
}
