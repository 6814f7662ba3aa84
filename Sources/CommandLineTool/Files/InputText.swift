internal import Foundation
internal import Scenarios

/// The one reader of texts: files, pipes, and `-` for standard input.
enum InputText {
  private static var limit: Int { InputLimits.bytes }

  /// The text of `path`; nil if there is no such file.
  /// - Throws: what keeps it from being read, with the place if it is in the text.
  static func read(_ path: String) throws(InputError) -> String? {
    let bytes: [UInt8]
    do throws(SystemError) {
      let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw SystemError() }
      defer { if descriptor != STDIN_FILENO { close(descriptor) } }
      bytes =
        path == "-"
        ? try Interrupts.unheard { () throws(SystemError) in try Descriptor.read(descriptor, upTo: limit) }
        : try Descriptor.read(descriptor, upTo: limit)
    } catch {
      switch error.code {
      // The command line's words are repaired text: such a name cannot be given.
      case ENOENT where path.contains("\u{FFFD}"): throw InputError(file: path, "its name has bytes that are not UTF-8")
      case ENOENT, ENOTDIR: return nil
      default: throw InputError(file: path, error.words)
      }
    }
    guard bytes.count <= limit else {
      throw InputError(file: path, "it is larger than \(limit >> 20) MiB, the most that is read", hint: InputLimits.hint)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw notUTF8(path, bytes) }
    // A byte order mark is not part of the text.
    return String(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
  }

  private static func notUTF8(_ path: String, _ bytes: [UInt8]) -> InputError {
    var (decoder, iterator, offset, line) = (UTF8(), bytes.makeIterator(), 0, 1)
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
      if scalar == "\n" { line += 1 }
    }
    return InputError(
      file: path, line: line,
      "it is not UTF-8 text: byte 0x\(String(bytes[offset], radix: 16, uppercase: true)) at offset \(offset)")
  }
}
