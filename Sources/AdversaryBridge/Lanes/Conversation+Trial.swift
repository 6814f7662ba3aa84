internal import Referee

extension Conversation {
  /// Waits for what the adversary does next in this lane, while other lanes go on.
  func move(in lane: Int) -> Lane.Move {
    if lanes[lane].fiber != nil {
      Fiber.wait()
    } else {
      do throws(Lost) {
        while try hear() != lane {}
      } catch {
        lanes[lane].move = .lost(error.why)
      }
    }
    let move = lanes[lane].move ?? .lost("was not heard")
    lanes[lane].move = nil
    return move
  }

  /// Lets each of the pieces of work play in a lane of its own, all at once, on this thread.
  ///
  /// Their first queries are asked for in two lines: while one half of the lanes is answered, the process thinks about the other.
  func together(_ work: [() -> Void]) {
    for (lane, body) in work.enumerated() {
      if lane > 0, lane == work.count / 2 {
        do throws(Lost) { try finishLine() } catch { lose(error) }
      }
      lanes[lane].fiber = Fiber(body)
      resume(lane)
    }
    while lanes.contains(where: { $0.fiber != nil }) {
      do throws(Lost) { resume(try hear()) } catch { lose(error) }
    }
  }

  /// All trials that are under way are lost; whoever plays on begins with a new process.
  private func lose(_ error: Lost) {
    for lane in lanes.indices where lanes[lane].isPlaying { lanes[lane].move = .lost(error.why) }
    for lane in lanes.indices where lanes[lane].move != nil { resume(lane) }
  }

  private func resume(_ lane: Int) {
    guard let fiber = lanes[lane].fiber else { return }
    current = lane
    TrialMark.restore(lanes[lane].mark)
    fiber.resume()
    lanes[lane].mark = TrialMark.trial
    if fiber.hasEnded { lanes[lane].fiber = nil }
  }
}
