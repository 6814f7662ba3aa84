internal import Foundation

extension Child {
  /// The first report of a supervisor.
  static func started(_ launch: Launch, _ reports: inout LineBuffer) throws(StartFailure) -> (Standing, pid_t, Scratch) {
    let deadline = ContinuousClock.now + .seconds(10)
    var chunk = [UInt8](repeating: 0, count: 1 << 12)
    while ContinuousClock.now < deadline {
      var file = pollfd(fd: launch.control, events: Int16(POLLIN), revents: 0)
      guard poll(&file, 1, 100) > 0 else { continue }
      let count = read(launch.control, &chunk, chunk.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { throw StartFailure("its supervisor ended before the command began") }
      chunk.withUnsafeBytes { reports.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      guard let line = reports.next() else { continue }
      switch try? JSONDecoder().decode(Report.self, from: Data(line)) {
      case .started(let standing, let process, let scratch): return (standing, process, scratch)
      case .refused(let failure): throw failure
      case .ended, nil: throw StartFailure("its supervisor does not understand this program")
      }
    }
    throw StartFailure("the command did not begin within 10 s")
  }

  /// Ends it, if it has not ended, and all that it has started.
  /// - Returns: how it ended.
  @discardableResult
  public func close() -> Ending {
    if !isReleased {
      isReleased = true
      // The supervisor ends what is left, and says how it went.
      if ending == nil { shutdown(launch.control, Int32(SHUT_WR)) }
      let deadline = ContinuousClock.now + .seconds(5)
      while ending == nil || isErrorOpen, serve(writing: false, until: deadline) {}
      if ending == nil { lose() }
      closeInput()
      launch.close()
    }
    let how = ending ?? .lost
    ending = how
    return how
  }
}

extension Launch {
  /// Closes all but the input, and waits for the supervisor, which has ended then or soon will.
  func close() {
    for descriptor in [output, error, control] { Foundation.close(descriptor) }
    let deadline = ContinuousClock.now + .seconds(2)
    var status: Int32 = 0
    while true {
      let ended = waitpid(supervisor, &status, WNOHANG)
      // Whoever takes the status of every child has taken this one's, too.
      if ended == supervisor || ended < 0 && errno == ECHILD { return }
      if ContinuousClock.now > deadline { kill(supervisor, SIGKILL) }
      usleep(1000)
    }
  }
}
