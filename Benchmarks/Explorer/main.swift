internal import Explorer
internal import Foundation

// Searches the reduced protocol and prints what `compare.sh` sets beside SPIN's numbers: states, transitions, states per second,
// bytes a state.

var best = Double.infinity
var search = BreadthFirstSearch(ReducedProtocol())
for _ in 0..<5 {
  let start = ContinuousClock.now
  search = BreadthFirstSearch(ReducedProtocol())
  let elapsed = start.duration(to: .now).components
  best = min(best, Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18)
}
print("states \(search.states)")
print("transitions \(search.transitions)")
print("depth \(search.depth)")
print(String(format: "seconds %.4f (best of 5)", best))
print(String(format: "states/s %.0f", Double(search.states) / best))
print(String(format: "bytes/state %.1f", search.bytesPerState))
