internal import Words

extension Template {
  static let scenario: [(path: String, text: String)] = [
    (
      "NAME.yaml",
      """
      # A scripted attack: `\(Program.name) describe files` has every key.
      scenario: NAME
      title: Say in one line what is tried
      story: >
        Who attacks, what they can do, and which rule stands in their way.
      n: 2
      operators: {alice: honest, bob: honest, mallory: dishonest}
      hsms: {h1: genuine, r1: rogue}
      hosts: {web: genuine}
      trusts:
        T0: {operators: [alice, bob, mallory], hsms: [h1], hosts: [web], quorum: 2}
      steps:
        - found: {hsm: h1, trust: T0, signed-by: [alice, bob], as: t0}
        - add-key: {hsm: h1, token: t0, handle: k, as: t1}
        # Now write the attack: for example a trust T1 that lists r1, and who signs it.
      end: holds
      twin:
        without: [successor.threshold-of-parent]
        end: holds

      """
    ),
    (
      "expectations.yaml",
      """
      # `\(Program.name) check NAME` plays both; the second is not met yet.
      expectations:
        - scenario: NAME.yaml
        # Now write the attack: without the rule it must break a property.
        - scenario: NAME.yaml
          policy: {without: [successor.threshold-of-parent]}
          expect: [genuine-members]

      """
    ),
  ]
}
