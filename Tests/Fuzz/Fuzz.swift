import Foundation

/// Makes up inputs until the time is over, and looks for traps, hangs, exhausted memory and exit status 70.
///
///     fuzz [--seconds 600] [--inputs N] [--seed 1] [--kind scenario] [--save folder] [--patience 60]
///
/// With `--inputs` it makes so many of each kind, whatever time that takes. The same seed makes the same inputs; an input that
/// fails is saved, and belongs into Tests/Fuzz/Corpus once the fault is mended. Exit status: 0 nothing found, 1 something, 64
/// usage.
@main
struct Fuzz {
  var seconds = 600.0
  var inputs: Int?
  var seed: UInt64 = 1
  var kinds = Kind.fuzzed
  var folder = ".build/fuzz"
  /// Seconds that an input may take, on a machine that has other things to do.
  var patience: Int32 = 60

  static let batch = 200
  static let gigabytes = 6
  static let statuses: Set<Int32> = [0, 1, 2, 64, 65]

  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "work" { return work(Array(arguments.dropFirst())) }
    var fuzz = Fuzz()
    while let option = arguments.popFirst() {
      let value = arguments.popFirst() ?? ""
      switch option {
      case "--seconds": fuzz.seconds = parsed(value)
      case "--inputs": fuzz.inputs = parsed(value)
      case "--seed": fuzz.seed = parsed(value)
      case "--kind": fuzz.kinds = [parsed(value)]
      case "--patience": fuzz.patience = parsed(value)
      case "--save": fuzz.folder = value
      default: usage(option)
      }
    }
    exit(try fuzz.run() ? 0 : 1)
  }

  private static func parsed<T: LosslessStringConvertible>(_ word: String) -> T {
    guard let value = T(word) else { usage(word) }
    return value
  }

  private static func usage(_ word: String) -> Never {
    print(
      "`\(word)` cannot be read: fuzz [--seconds 600] [--inputs N] [--seed 1] [--kind scenario] [--save folder] [--patience 60]")
    exit(64)
  }

  private static func corpus(_ kind: Kind) -> [String] {
    kind.folders.flatMap { folder in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".txt") }.sorted().compactMap {
        try? String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
      }
    }
  }

  /// True if nothing was found.
  private func run() throws -> Bool {
    print("seed \(seed)")
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var (made, faults) = ([Kind: Int](), 0)
    while true {
      let open = kinds.filter { kind in inputs.map { made[kind, default: 0] < $0 } ?? (clock.now < end) }
      if open.isEmpty { break }
      for kind in open {
        let mutator = Mutator(kind: kind, corpus: Self.corpus(kind), seed: seed)
        guard !mutator.corpus.isEmpty else {
          print(
            "there is no corpus of kind \(kind.rawValue) in \(kind.folders.joined(separator: ", ")): start in the package's "
              + "folder"
          )
          return false
        }
        let first = made[kind, default: 0]
        // A process for each command line, one for many texts; the more there are, the more.
        let batch = mutator.kind.arguments("") == nil ? max(Self.batch, (inputs ?? 0) / 500) : Self.batch / 20
        let size = min(batch, inputs.map { $0 - first } ?? .max)
        faults += try play(mutator, first..<first + size)
        made[kind] = first + size
      }
    }
    let counts = kinds.map { "\($0.rawValue) \(made[$0, default: 0])" }.joined(separator: ", ")
    print("inputs: \(counts); faults: \(faults)\(faults > 0 ? ", saved in \(folder)" : "")")
    return faults == 0
  }

  /// How many of these inputs fail.
  private func play(_ mutator: Mutator, _ range: Range<Int>) throws -> Int {
    var faults = 0
    if mutator.kind.arguments("") != nil {
      let program = URL(filePath: Self.program).deletingLastPathComponent().appending(path: "gamekeeper").path
      for index in range {
        let ending = try Child.run(
          program, mutator.kind.arguments(mutator.input(index)) ?? [], seconds: patience, gigabytes: Self.gigabytes)
        if case .exit(let status) = ending, Self.statuses.contains(status) { continue }
        faults += try report(mutator, index, ending)
      }
      return faults
    }
    var next = range.lowerBound
    while next < range.upperBound {
      var heard = ""
      let ending = try Child.run(
        Self.program, ["work", mutator.kind.rawValue, "\(seed)", "\(next)", "\(range.upperBound)"], seconds: patience,
        gigabytes: Self.gigabytes
      ) { heard += $0 }
      if ending == .exit(0) { break }
      // The last one that was begun.
      let last = heard.split(separator: "\n").last.flatMap { Int($0) } ?? next
      faults += try report(mutator, last, ending)
      next = last + 1
    }
    return faults
  }

  private func report(_ mutator: Mutator, _ index: Int, _ ending: Child.Ending) throws -> Int {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = "\(folder)/\(mutator.kind.rawValue)-\(seed)-\(index).txt"
    try Data(mutator.input(index).utf8).write(to: URL(filePath: file))
    print("\(mutator.kind.rawValue) \(index) of seed \(seed): \(ending), saved as \(file)")
    return 1
  }

  private static var program: String { Bundle.main.executablePath ?? CommandLine.arguments[0] }

  /// A child: reads the inputs from a first to a last, and says before each which one it is.
  private static func work(_ arguments: [String]) {
    guard arguments.count == 4, let kind = Kind(rawValue: arguments[0]), let seed = UInt64(arguments[1]),
      let first = Int(arguments[2]),
      let last = Int(arguments[3])
    else { usage(arguments.joined(separator: " ")) }
    let mutator = Mutator(kind: kind, corpus: corpus(kind), seed: seed)
    for index in first..<last {
      FileHandle.standardOutput.write(Data("\(index)\n".utf8))
      kind.read(mutator.input(index))
    }
  }
}
