internal import ArgumentParser
internal import Foundation

/// Reading and writing by file descriptor: a failure is an error, where Foundation's handles trap or say nothing.
enum Descriptor {
  /// Puts a placeholder where a standard stream is closed, so that no file that is opened later becomes one; using the
  /// placeholder still fails.
  static func reserveStandardStreams() {
    for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(descriptor, F_GETFD) == -1 { _ = open("/dev/null", mode) }
  }

  /// What standard output prints. A reader that has gone away has what it wanted; any other loss is an error.
  static func show(_ text: String) throws {
    do { try write(text, to: STDOUT_FILENO) } catch  where error.code != EPIPE {
      throw Problem.fail("standard output cannot be written: \(error.words)", status: Failure.cannotWrite)
    } catch {}
  }

  static func write(_ text: String, to descriptor: Int32) throws(SystemError) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { bytes = bytes.dropFirst(count) } else { try wait(descriptor, POLLOUT) }
    }
  }

  /// All bytes up to the end; of more than `limit` only some, and more than `limit`.
  static func read(_ descriptor: Int32, upTo limit: Int) throws(SystemError) -> [UInt8] {
    var (bytes, buffer): ([UInt8], [UInt8]) = ([], Array(repeating: 0, count: 1 << 16))
    while bytes.count <= limit {
      let count = buffer.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { break }
      if count > 0 { bytes += buffer[..<count] } else { try wait(descriptor, POLLIN) }
    }
    return bytes
  }

  /// After a call that failed: returns when it may be tried again.
  private static func wait(_ descriptor: Int32, _ event: Int32) throws(SystemError) {
    switch errno {
    case EINTR: break
    case EAGAIN:
      var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
      _ = poll(&request, 1, -1)
    default: throw SystemError()
    }
  }
}
