internal import Foundation

extension Child {
  /// Waits until something came, or the input takes more bytes, and reads what came.
  /// - Returns: false if it is too late.
  func wait(writing: Bool, until deadline: ContinuousClock.Instant) throws(ChildFault) -> Bool {
    if isInterrupted() { throw .interrupted }
    if errors.size > Self.mostErrors { throw .floodsErrors(limit: Self.mostErrors) }
    return serve(writing: writing, until: deadline)
  }

  /// As `wait`, also for whoever was interrupted.
  func serve(writing: Bool, until deadline: ContinuousClock.Instant) -> Bool {
    let rest = ContinuousClock.now.duration(to: deadline)
    guard rest > .zero else { return false }
    let milliseconds = rest.components.seconds * 1000 + rest.components.attoseconds / 1_000_000_000_000_000 + 1
    var files = [
      pollfd(fd: isOutputOpen ? launch.output : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isErrorOpen ? launch.error : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: ending == nil ? launch.control : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: writing ? launch.input : -1, events: Int16(POLLOUT), revents: 0),
    ]
    guard poll(&files, nfds_t(files.count), Int32(min(100, milliseconds))) > 0 else { return true }
    if files[0].revents != 0 { readOutput() }
    if files[1].revents != 0 { readError() }
    if files[2].revents != 0 { readReports() }
    return true
  }

  func readOutput() {
    isOutputOpen = read(launch.output) { output.append($0) }
  }

  private func readError() {
    isErrorOpen = read(launch.error) { for line in errors.append($0) { say("\(name): \(line)") } }
    if !isErrorOpen { for line in errors.finish() { say("\(name): \(line)") } }
  }

  private func readReports() {
    let isOpen = read(launch.control) { reports.append($0) }
    while let line = reports.next() {
      if case .ended(let ending)? = try? JSONDecoder().decode(Report.self, from: Data(line)) { self.ending = ending }
    }
    if !isOpen, ending == nil { lose() }
  }

  /// Its supervisor was killed, or does not answer: what that leaves behind is in one group.
  func lose() {
    if process > 1 { kill(-process, SIGKILL) }
    scratch.remove()
    ending = .lost
  }

  /// Reads once.
  /// - Returns: whether there may be more.
  private func read(_ descriptor: Int32, _ take: (UnsafeRawBufferPointer) -> Void) -> Bool {
    let count = Foundation.read(descriptor, chunk.baseAddress, chunk.count)
    if count > 0 { take(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(chunk)[..<count])) }
    return count > 0 || count < 0 && (errno == EAGAIN || errno == EINTR)
  }

  /// How it ended, which is waited for a little.
  func settledEnding() -> Ending? {
    let deadline = ContinuousClock.now + .seconds(2)
    while ending == nil, serve(writing: false, until: deadline) {}
    return ending
  }
}
