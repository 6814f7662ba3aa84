internal import Foundation

/// A process on two pipes.
final class PipePeer: Peer {
  /// Longer lines are a mistake.
  private static let longest = 1 << 20
  private var pid: pid_t = 0
  private let input: Int32
  private let output: Int32
  private var buffer: [UInt8] = []
  private var start = 0

  init(_ words: [String]) throws(PeerEnd) {
    signal(SIGPIPE, SIG_IGN)
    var (down, up): ([Int32], [Int32]) = ([0, 0], [0, 0])
    guard pipe(&down) == 0, pipe(&up) == 0 else { throw .ended("cannot be started: no pipe") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, down[0], 0)
    posix_spawn_file_actions_adddup2(&actions, up[1], 1)
    for fd in down + up { _ = fcntl(fd, F_SETFD, FD_CLOEXEC) }
    var argv = words.map { strdup($0) } + [nil]
    defer { for word in argv { free(word) } }
    let status = posix_spawnp(&pid, words[0], &actions, nil, &argv, environ)
    close(down[0])
    close(up[1])
    (input, output) = (down[1], up[0])
    guard status == 0 else { throw .ended("cannot be started: \(String(cString: strerror(status)))") }
    for fd in [input, output] { _ = fcntl(fd, F_SETFL, O_NONBLOCK) }
  }

  func send(_ bytes: [UInt8]) throws(PeerEnd) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { write(input, $0.baseAddress! + sent, bytes.count - sent) }
      if count > 0 { sent += count; continue }
      guard errno == EAGAIN || errno == EINTR else { throw .ended("does not read any more") }
      var fds = [pollfd(fd: input, events: Int16(POLLOUT), revents: 0), pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
      _ = poll(&fds, 2, 5000)
      if fds[1].revents & Int16(POLLIN) != 0 { try fill() }
    }
  }

  func readLine(until deadline: ContinuousClock.Instant) throws(PeerEnd) -> [UInt8] {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 10) {
        let line = Array(buffer[start..<end])
        start = end + 1
        if start == buffer.count { (start, buffer) = (0, []) }
        return line
      }
      searched = buffer.count
      guard buffer.count - start <= Self.longest else { throw .tooLong(Self.longest) }
      let left = deadline - .now
      guard left > .zero else { throw .late }
      var fds = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
      let ms = Int32(min(left / .milliseconds(1), 1e6)) + 1
      if poll(&fds, 1, ms) > 0 { try fill() }
    }
  }

  private func fill() throws(PeerEnd) {
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: 65536))
    let count = buffer.withUnsafeMutableBytes { read(output, $0.baseAddress! + old, 65536) }
    buffer.removeLast(65536 - max(0, count))
    if count == 0 { throw .ended("has closed its output") }
  }

  func end() {
    kill(pid, SIGKILL)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
    close(input)
    close(output)
  }

  var lastWords: String { "" }
}
