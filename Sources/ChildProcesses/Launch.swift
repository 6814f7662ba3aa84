internal import CConfine
internal import Foundation

/// A supervisor that was started, and this program's ends of its streams. All of them close when another program is executed.
struct Launch {
  let supervisor: pid_t
  let input, output, error, control: Int32

  /// - Parameter launcher: a program that is what `Confinement.beginIfAsked` makes of it.
  init(_ order: Order, by launcher: String) throws(StartFailure) {
    var ours: [Int32] = [], theirs: [Int32] = []
    defer { for descriptor in theirs { Foundation.close(descriptor) } }
    do throws(StartFailure) {
      for stream in 0..<4 {
        let (read, write) = try stream < 3 ? Ends.pipe() : Ends.socketPair()
        ours.append(stream == 0 ? write : read)
        theirs.append(stream == 0 ? read : write)
      }
      for descriptor in ours { try Self.unblock(descriptor) }
      supervisor = try Self.start(order, by: launcher, theirs)
    } catch {
      for descriptor in ours { Foundation.close(descriptor) }
      throw error
    }
    (input, output, error, control) = (ours[0], ours[1], ours[2], ours[3])
  }

  private static func start(_ order: Order, by launcher: String, _ streams: [Int32]) throws(StartFailure) -> pid_t {
    guard let text = try? String(decoding: JSONEncoder().encode(order), as: UTF8.self) else {
      throw StartFailure("the command cannot be passed on")
    }
    var process: pid_t = 0
    let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
    let error = CStrings([launcher, Order.verb, text]).withPointers { arguments in
      CStrings(environment).withPointers { confine_launch(launcher, arguments, $0, streams, &process) }
    }
    if error != 0 { throw StartFailure.system("`\(launcher)` cannot be started", error) }
    return process
  }

  private static func unblock(_ descriptor: Int32) throws(StartFailure) {
    let flags = fcntl(descriptor, F_GETFL)
    guard flags != -1, fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) != -1 else {
      throw StartFailure.system("no pipe", errno)
    }
  }
}
