internal import ArgumentParser
internal import Words

struct Hop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plays one hop: both worlds in lockstep, the reduction beside them, both sides of its inequality.",
    discussion: """
      In lockstep the two worlds are played on the same coins and compared answer by answer: one difference before the bad event \
      refutes the hop. The reduction turns the adversary into one against another game, and so this hop's bound into that game's.

      Examples:
        \(Program.name) hop ind_uf -a guess
        \(Program.name) hop uf_uf1 -a guess-all-keys --set q_gen=8 --trials 1e6
        \(Program.name) hop ind_cr --set hashBits=8...12  a sweep: one run for each value

      \(Play.runStatus) A reduction whose inequality is refuted is a 1.
      """)

  @Argument(help: "The hop; `\(Program.name) list hops` names them.", completion: Completions.hops)
  var hop: String

  @Option(name: .shortAndLong, help: "The adversary; by default the hop's first.", completion: Completions.adversaries)
  var adversary: String?

  @Option(help: "Plant a defect; `describe` lists them.", completion: Completions.twins)
  var twin: String?

  @OptionGroup var judged: JudgedRunOptions

  func run() async throws {
    try await judged.run(.hop, hop, adversary: adversary, twin: twin)
  }
}
