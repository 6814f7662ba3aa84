import DomainManagement
package import Records

extension FileFormat {
  package static let scenario = FileFormat(
    title: "Scenario", words: "One scripted attack, for `attack`, `check` and `matrix`.",
    mappings: [Scenario.keys, TrustSketch.keys, QuorumRules.keys, Step.keys] + Step.verbs + [
      Step.linkKeys, Step.endorsementKeys, Step.wrappedKeys, Step.signatureKeys, Twin.keys,
    ],
    sample: """
      scenario: two-proposals
      title: A rogue HSM is proposed in two ways
      story: >
        Mallory signs what she is told. Her signature, a forged one and old ones
        are put under trusts that list an HSM of the adversary.
      n: 2
      operators: {alice: honest, bob: honest as h1, mallory: dishonest}
      roles: {security: [alice, bob], operations: mallory}
      hsms: {h1: genuine, h2: genuine, r1: rogue}
      hosts: {web: genuine, own: rogue}
      trusts:
        T0: {operators: [alice, bob, mallory], hsms: [h1], hosts: [web], quorum: 2}
        T1: {parent: T0, hsms: [h1, h2]}
        T2: {parent: T0, domain: T0, hsms: [h1, {h2: r1}]}
        T3:
          parent: T0
          operators: [alice, bob, {mallory: security}]
          quorum: {found: 2, update: [{security: 1, operations: 1}, 3], rotate-key: {security: 2}}
      steps:
        - authorise: {operator: alice, trust: T1}
        - found: {hsm: h1, trust: T0, signed-by: [alice, bob], recipients: [h1], as: t0}
        - add-key: {hsm: h1, token: t0, handle: k, as: t1}
        - install: {host: web, trust: T0}
        - encrypt: {host: web, hsm: h1, token: t1, handle: k, message: hello, as: c}
        - decrypt: {host: web, hsm: h1, token: t1, handle: k, ciphertext: c}
        - decrypt: {host: web, hsm: h1, token: t1, handle: k, ciphertext: {wrapped-keys-of: t1}}
          expect: impossible
          twin-expect: impossible
        - update: {hsm: h1, token: t1, to: T2, signed-by: [mallory, {forged: alice}], as: t2}
          expect: successor.signatures-verify
        - update:
            hsm: h1
            token: t1
            path: [{to: T2, signed-by: [mallory, {reuse: alice, from: T1}, {token: t1, by: bob}]}]
            as: t3
          expect: successor.signature-covers-whole-trust
          twin-expect: successor.signature-covers-whole-trust
        - create-key: {host: web, hsm: h1, token: t1, handle: k, version: 1, as: e1}
        - rotate-key: {hsm: h1, token: t1, handle: k, version: 1, signed-by: [alice, bob], keep: 1, as: t4}
        - encrypt: {host: web, hsm: h1, token: t4, handle: k, version: 2, message: hello, as: c2}
        - decrypt: {host: web, hsm: h1, token: t4, handle: k, version: 1, ciphertext: c}
        - rewrap-key: {host: web, hsm: h1, token: t4, handle: k, version: 2, key-token: e1, as: e2}
        - encrypt: {host: web, hsm: h1, token: t4, handle: k, key-token: e2, message: hello, as: c3}
        - decrypt: {host: web, hsm: h1, token: t4, handle: k, key-token: e1, ciphertext: c3}
        - decrypt: {host: web, hsm: h1, token: t4, handle: k, ciphertext: {key-token: e2}}
          expect: key.tokens-apart-from-data
          twin-expect: key.tokens-apart-from-data
        - advance: {host: web, to: T1, signed-by: [alice, bob]}
        - corrupt: {operator: alice}
        - corrupt: {hsm: h2}
        - forge: {as: f1, trust: T0, keys: [k], signer: r1, signature: own}
        - forge: {as: f2, trust: T1, keys-of: t1, signer: h1, signature: {of: t1}}
      end: holds
      twin:
        without: [successor.signatures-verify]
        with: []
        end: [genuine-members, keys-secret, data-secret, consent]
      """)
}

private let signers = "list of endorsements"
private let recipients = FileKey("recipients", "list of HSMs", "for whom the keys are to be wrapped", default: "the trust's HSMs")

extension Scenario {
  static let keys = FileMapping(
    "scenario", "The file.",
    [
      FileKey("scenario", "text", "its name"),
      FileKey("title", "text", "one line that says what happens"),
      FileKey("story", "text", "more about it", default: "none"),
      FileKey(
        "n", 1...64, or: "mapping",
        "the global n: any n genuine operators are assumed to include an honest one; or rules in its place, and whoever "
          + "authorises a command by them is assumed to include an honest one"),
      FileKey(
        "operators", "mapping of names to `honest`, `dishonest` or `rogue`",
        "who may sign trusts; an honest one is genuine and keeps the rules, a dishonest one is genuine and signs what the "
          + "adversary likes, a rogue one is a key pair of the "
          + "adversary; `honest as h1` has the identity key of the genuine HSM h1, too", default: "none"),
      FileKey(
        "roles", "mapping of roles to lists of operators",
        "an operator's role, as the registry has it; a role may have nobody, and a rogue operator poses as having it",
        default: "nobody has one"),
      FileKey("hsms", "mapping of names to `genuine` or `rogue`", "hardware security modules", default: "none"),
      FileKey("hosts", "mapping of names to `genuine` or `rogue`", "hosts, which serve users", default: "none"),
      FileKey("trusts", "mapping of names to trusts", "every trust that occurs, a parent before its successors"),
      FileKey("steps", "list of steps", "what the adversary has done, one after the other"),
      FileKey("end", "`holds`, or list of properties", "what is broken at the end under the intact policy"),
      FileKey("twin", "mapping", "the change of the policy under which it ends otherwise", default: "none"),
      FileKey("defect", "`transparent-wrap`", "play on a suite in which anybody can read wrapped keys", default: "none"),
    ])
}

extension TrustSketch {
  static let keys = FileMapping(
    "trust", "An item of `trusts`. A successor takes over from its parent what it does not state.",
    [
      FileKey("parent", "a trust", "the one that it claims to succeed", default: "none: it is a founding trust"),
      FileKey("domain", "a trust", "the founding trust of the domain that it claims to be of", default: "the parent's"),
      FileKey(
        "operators", "list of operators",
        "who may sign its successors; `{mallory: security}` lists mallory with that role, which need not be the registered one",
        default: "the parent's, or none"),
      FileKey(
        "hsms", "list of HSMs",
        "who may hold the domain's keys; `{h2: r1}` lists the identity of h2 with the agreement key of r1",
        default: "the parent's, or none"),
      FileKey("hosts", "list of hosts", "who may ask for encryption and decryption", default: "the parent's, or none"),
      FileKey(
        "quorum", 0...64, or: "mapping",
        "how many operators have to sign the trust, its successors, and orders to rotate its keys; or who, for each of these",
        default: "the parent's; a founding trust states it"),
    ])
}

extension Step {
  static let keys = FileMapping(
    "step", "An item of `steps`: one command, and what is expected of it.",
    verbs.map { FileKey($0.title, "mapping", $0.words, default: "another command") } + [
      FileKey(
        "expect", "`accepted`, `impossible` or a rule",
        "what becomes of it under the intact policy: a rule is the one that refuses it", default: "`accepted`"),
      FileKey(
        "twin-expect", "as `expect`", "the same under the twin's policy",
        default: "as `expect`, but accepted where that is `impossible` or a rule that the twin changes"),
    ])

  private static let version = FileKey(
    "version", 0...1_000_000, "of the key: the first is 1, and each rotation makes the next",
    default: "the active one, and to decrypt, whichever opens")

  private static let wrapVersion = FileKey(
    "version", 0...1_000_000, "of the domain key to wrap under: the first is 1, and each rotation makes the next",
    default: "the active one")

  private static let keyToken = FileKey(
    "key-token", "a key token", "whose customer key encrypts and decrypts, in the place of the domain key, which opens the token",
    default: "the domain key does")

  static let verbs = [
    FileMapping(
      "authorise", "An operator is asked to sign a trust.",
      [FileKey("operator", "an operator", "who is asked"), FileKey("trust", "a trust", "what is to be signed")]),
    FileMapping(
      "found", "An HSM is asked to found a domain.",
      [
        FileKey("hsm", "a genuine HSM", "who is asked"), FileKey("trust", "a trust", "the founding trust"),
        FileKey("signed-by", signers, "the signatures on it", default: "none"), recipients,
        FileKey("as", "a new name", "of the token that it gives out"),
      ]),
    FileMapping(
      "add-key", "An HSM is asked to draw a domain key and to add it to a token.",
      [
        FileKey("hsm", "a genuine HSM", "who is asked"), FileKey("token", "a token", "the one to add to"),
        FileKey("handle", "text", "the handle by which the key is asked for"), recipients,
        FileKey("as", "a new name", "of the token that it gives out"),
      ]),
    FileMapping(
      "update", "An HSM is asked to move a token's keys to a successor of its trust.",
      [
        FileKey("hsm", "a genuine HSM", "who is asked"), FileKey("token", "a token", "the one to move"),
        FileKey("to", "a trust", "the successor", default: "see `path`"),
        FileKey("signed-by", signers, "the signatures on it", default: "none"),
        FileKey("path", "list of links", "several successors in a row, instead of `to` and `signed-by`", default: "the one link"),
        recipients,
        FileKey("as", "a new name", "of the token that it gives out"),
      ]),
    FileMapping(
      "rotate-key", "An HSM is asked to draw another key for a handle, and to deactivate the active one.",
      [
        FileKey("hsm", "a genuine HSM", "who is asked"), FileKey("token", "a token", "the one with the key"),
        FileKey("handle", "text", "the key's handle"),
        FileKey(
          "version", 0...1_000_000, "of the key that is to be retired: the first is 1, and each rotation makes the next",
          default: "1"),
        FileKey(
          "signed-by", "list of operators, or `{forged: …}`",
          "the signatures on the order, which names trust, handle and version",
          default: "none"),
        FileKey(
          "keep", 0...64, "how many deactivated keys stay, the one that is retired now included",
          default: "\(KeyState.keptDeactivated)"),
        FileKey("as", "a new name", "of the token that it gives out"),
      ]),
    FileMapping(
      "install", "A host is set up with a founding trust.",
      [FileKey("host", "a host", "who is set up"), FileKey("trust", "a trust", "the founding trust")]),
    FileMapping(
      "advance", "A host is told to move to a successor of its trust.",
      [
        FileKey("host", "a host", "who is told"), FileKey("to", "a trust", "the successor", default: "see `path`"),
        FileKey("signed-by", signers, "the signatures on it", default: "none"),
        FileKey("path", "list of links", "several successors in a row, instead of `to` and `signed-by`", default: "the one link"),
      ]),
    FileMapping(
      "encrypt", "A host asks an HSM to encrypt a user's message.",
      [
        FileKey("host", "a host", "who asks"), FileKey("hsm", "a genuine HSM", "who is asked"),
        FileKey("token", "a token", "the one with the key"),
        FileKey("handle", "text", "the key's handle"), version, keyToken, FileKey("message", "text", "what is encrypted"),
        FileKey("as", "a new name", "of the ciphertext"),
      ]),
    FileMapping(
      "decrypt", "A host asks an HSM to decrypt a ciphertext.",
      [
        FileKey("host", "a host", "who asks"), FileKey("hsm", "a genuine HSM", "who is asked"),
        FileKey("token", "a token", "the one with the key"),
        FileKey("handle", "text", "the key's handle"), version, keyToken,
        FileKey(
          "ciphertext", "a ciphertext, `{wrapped-keys-of: token}` or `{key-token: key token}`",
          "what is decrypted: what an HSM encrypted, the wrapped keys of a token, or a key token"),
      ]),
    FileMapping(
      "create-key", "A host asks an HSM to draw a customer key, and to wrap it under a domain key: an exported key token (EKT).",
      [
        FileKey("host", "a host", "who asks"), FileKey("hsm", "a genuine HSM", "who is asked"),
        FileKey("token", "a token", "the one with the domain key"),
        FileKey("handle", "text", "the domain key's handle"), wrapVersion, FileKey("as", "a new name", "of the key token"),
      ]),
    FileMapping(
      "rewrap-key", "A host asks an HSM to wrap the customer key in a key token anew.",
      [
        FileKey("host", "a host", "who asks"), FileKey("hsm", "a genuine HSM", "who is asked"),
        FileKey("token", "a token", "the one with the domain key"),
        FileKey("handle", "text", "the domain key's handle"), wrapVersion,
        FileKey("key-token", "a key token", "the one with the customer key"), FileKey("as", "a new name", "of the new key token"),
      ]),
    FileMapping(
      "forge", "The adversary puts a token together from parts.",
      [
        FileKey("as", "a new name", "of the token"), FileKey("trust", "a trust", "the one that stands in it"),
        FileKey("keys", "list of handles", "keys of the adversary, under these handles", default: "see `keys-of`"),
        FileKey("keys-of", "a token", "the wrapped keys of this one, as they are; instead of `keys`", default: "see `keys`"),
        FileKey("signer", "an HSM", "in whose name it is signed"),
        FileKey(
          "signature", "`own`, `forged` or `{of: token}`",
          "made with the signer's key, which is rogue or was corrupted; made by nobody; or the signature on that token, with "
            + "what it says"),
      ]),
    FileMapping(
      "corrupt",
      "An operator or an HSM falls into the adversary's hands, with its keys: an extension outside the theorem, in which "
        + "nobody is corrupted on the way.",
      [
        FileKey("operator", "an honest operator", "who signs what the adversary likes from now on", default: "see `hsm`"),
        FileKey(
          "hsm", "a genuine HSM", "whose keys open every token that was wrapped for it, and sign what the adversary likes",
          default: "see `operator`"),
      ]),
  ]

  static let linkKeys = FileMapping(
    "link", "An item of `path`.",
    [FileKey("to", "a trust", "the successor"), FileKey("signed-by", signers, "the signatures on it", default: "none")])

  static let endorsementKeys = FileMapping(
    "endorsement",
    "An item of `signed-by`: an operator, who is asked to sign, or one of `{forged: …}`, `{reuse: …, from: …}` and `{token: …, "
      + "by: …}`.",
    [
      FileKey("forged", "an operator", "a signature in this name that nobody made", default: "another form"),
      FileKey("reuse", "an operator", "the signature of this one on another trust", default: "another form"),
      // To tools that read YAML 1.1 the former spelling is a truth value.
      FileKey("from", "a trust", "with `reuse`: that trust", default: "another form", former: ["on", "true"]),
      FileKey("token", "a token", "the signature on this token", default: "another form"),
      FileKey("by", "an operator", "with `token`: the signer, who is an HSM, too", default: "another form"),
    ])

  static let wrappedKeys = FileMapping(
    "wrapped keys to decrypt", "The mapping under `ciphertext`: one of these.",
    [
      FileKey("wrapped-keys-of", "a token", "whose wrapped keys are handed in as a ciphertext", default: "see `key-token`"),
      FileKey(
        "key-token", "a key token", "which is handed in as a ciphertext, with the associated data of key tokens",
        default: "see `wrapped-keys-of`"),
    ])

  static let signatureKeys = FileMapping(
    "signature of a forged token", "The mapping under `signature`.", [FileKey("of", "a token", "whose signature it is")])
}
