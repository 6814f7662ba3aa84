/// A scenario in which nothing falls.
public let sampleScenario = """
  scenario: s
  title: t
  n: 2
  operators: {alice: honest, bob: honest}
  hsms: {h1: genuine}
  trusts:
    T0: {operators: [alice, bob], hsms: [h1], hosts: [], quorum: 2}
  steps:
    - found: {hsm: h1, trust: T0, signed-by: [alice, bob], as: t0}
  end: holds
  """
