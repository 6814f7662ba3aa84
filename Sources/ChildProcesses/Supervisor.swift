internal import CConfine
internal import Foundation

/// A process between this program and a command: it confines the command, watches what that uses, and ends it, and all that it
/// has started, as soon as nobody holds the other end of its control any more. It has one thread, so that it may fork.
struct Supervisor {
  private let order: Order
  /// Nil for a command that is run by hand.
  private let control: Int32?

  init(_ order: Order, reportingTo control: Int32?) { (self.order, self.control) = (order, control) }

  func run() -> Never {
    if let control, fcntl(control, F_SETFD, FD_CLOEXEC) != 0 { exit(71) }
    let ending: Ending
    do throws(StartFailure) {
      let standing = Standing(of: order.sandbox.rungs)
      if order.sandbox.demand == .require, !standing.missing.isEmpty { throw StartFailure.unconfined(standing) }
      guard confine_adopt_orphans() == 0, confine_watch_children() == 0 else {
        throw StartFailure.system("the supervisor cannot begin", errno)
      }
      let scratch = try Scratch()
      defer { scratch.remove() }
      ending = try supervise(Start(order, standing, in: scratch), standing, scratch)
    } catch {
      report(.refused(error))
      exit(69)
    }
    report(.ended(ending))
    exit(control == nil ? ending.status : 0)
  }

  private func supervise(_ start: Start, _ standing: Standing, _ scratch: Scratch) throws(StartFailure) -> Ending {
    report(.started(standing, process: start.process, scratch: scratch))
    if control != nil { leaveStreams() }
    let watch = standing.rungs.contains(.basics) ? Watch(order.sandbox.limits, scratch) : nil
    var ending: Ending?
    while ending == nil {
      let event = confine_wait(control ?? -1, 100)
      if event < 0 { ending = .lost }
      if event == CONFINE_CONTROL { ending = .closed }
      ending = start.ending() ?? ending ?? watch?.excess().map(Ending.stopped)
    }
    start.endAll()
    return ending ?? .lost
  }

  /// Else they would stay open when the command closes them.
  private func leaveStreams() {
    let nothing = open("/dev/null", O_RDWR)
    guard nothing >= 0, (0...2).allSatisfy({ dup2(nothing, $0) >= 0 }) else { exit(71) }
    if nothing > 2 { close(nothing) }
  }

  /// Nobody may be there to hear it any more.
  private func report(_ report: Report) {
    guard let control else { return say(report) }
    guard var bytes = try? JSONEncoder().encode(report) else { exit(71) }
    bytes.append(0x0A)
    bytes.withUnsafeBytes { buffer in
      #if os(Linux)
        let flags = Int32(MSG_NOSIGNAL)
      #else
        let flags: Int32 = 0
      #endif
      _ = send(control, buffer.baseAddress, buffer.count, flags)
    }
  }

  private func say(_ report: Report) {
    switch report {
    case .started(let standing, _, _): Confinement.say("confined by: \(standing)")
    case .refused(let failure): Confinement.say(failure)
    case .ended(let ending): Confinement.say("the command \(ending)")
    }
  }
}
