internal import Dispatch
internal import Foundation
internal import Synchronization

/// A thread of its own for what must stay on one, or may wait: the threads of all other tasks are as few as there are cores.
final class OneThread: SerialExecutor, TaskExecutor {
  private let jobs = Mutex<[UnownedJob]>([])
  private let news = DispatchSemaphore(value: 0)
  private let isOver = Mutex(false)

  /// Begins to do what is asked of it.
  func begin() { Thread.detachNewThread { [self] in work() } }

  /// Lets the thread go when there is nothing more to do.
  func end() {
    isOver.withLock { $0 = true }
    news.signal()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    news.signal()
  }

  private func work() {
    while true {
      news.wait()
      if let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
        job.runSynchronously(isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
      } else if isOver.withLock({ $0 }) {
        return
      }
    }
  }
}
