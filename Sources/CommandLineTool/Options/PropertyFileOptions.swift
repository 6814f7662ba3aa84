internal import ArgumentParser
internal import Scenarios

/// Properties of one's own.
struct PropertyFileOptions: ParsableArguments {
  @Option(
    help: .init("A property of one's own: YAML, `describe files`; repeatable.", valueName: "file"), completion: Completions.texts)
  var propertyFile: [String] = []

  var stated: [StatedInvariant] {
    get throws {
      var stated: [StatedInvariant] = []
      for file in propertyFile {
        let text = try Files.text(file)
        let invariant = try Problem.report { try StatedInvariant(yaml: text, file: file) }
        guard !stated.contains(where: { $0.name == invariant.name }) else {
          throw Problem.fail("two files state the property `\(invariant.name)`", status: Failure.badInput)
        }
        stated.append(invariant)
      }
      return stated
    }
  }
}
