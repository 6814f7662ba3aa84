public import Forms
public import Games

extension HashQuery: Formed, Declared where P.Point: Formed, P.Digest: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("hash", ["point"], { .hash($0.field()) }) {
        if case .hash(let point) = $0 { $1.put(point) } else { false }
      },
      Case("check", ["point", "digest"], { .check($0.field(), $0.field()) }) {
        if case .check(let point, let digest) = $0 { $1.put(point, digest) } else { false }
      },
      Case("evaluate", ["point"], { .evaluate($0.field()) }) {
        if case .evaluate(let point) = $0 { $1.put(point) } else { false }
      })
  }
}

extension HashAnswer: Formed, Declared where P.Digest: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("digest", ["digest"], { .digest($0.field()) }) {
        if case .digest(let digest) = $0 { $1.put(digest) } else { false }
      },
      Case("no-digest", .noDigest),
      Case("accepted", .accepted),
      Case("rejected", .rejected))
  }
}

extension ChainQuery: Formed, Declared where P.Point: Formed, P.Digest: Formed, P.Data: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("append", ["parent", "data"], { .append(parent: $0.field(), $0.field()) }) {
        if case .append(parent: let parent, let data) = $0 { $1.put(parent, data) } else { false }
      },
      Case("is-child", ["child", "parent"], { .isChild($0.field(), of: $0.field()) }) {
        if case .isChild(let child, of: let parent) = $0 { $1.put(child, parent) } else { false }
      },
      Case("path", ["root", "nodes"], { .path(root: $0.field(), $0.field()) }) {
        if case .path(root: let root, let nodes) = $0 { $1.put(root, nodes) } else { false }
      },
      Case("evaluate", ["node"], { .evaluate($0.field()) }) {
        if case .evaluate(let node) = $0 { $1.put(node) } else { false }
      })
  }
}

extension ChainAnswer: Formed, Declared where P.Digest: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("fingerprint", ["fingerprint"], { .fingerprint($0.field()) }) {
        if case .fingerprint(let fingerprint) = $0 { $1.put(fingerprint) } else { false }
      },
      Case("yes", .yes),
      Case("no", .no),
      Case("refused", .refused))
  }
}

extension CollisionQuery: Formed, Declared where P.Point: Formed, P.Digest: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("collision", ["first", "second"], { .collision($0.field(), $0.field()) }) {
        if case .collision(let first, let second) = $0 { $1.put(first, second) } else { false }
      },
      Case("evaluate", ["point"], { .evaluate($0.field()) }) {
        if case .evaluate(let point) = $0 { $1.put(point) } else { false }
      })
  }
}

extension CollisionAnswer: Formed, Declared where P.Digest: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("noted", .noted),
      Case("digest", ["digest"], { .digest($0.field()) }) {
        if case .digest(let digest) = $0 { $1.put(digest) } else { false }
      })
  }
}

extension ChainNode: Formed, Declared where Digest: Formed, Data: Formed {
  public static var form: Form<Self> {
    .record("parent", "data", make: { ChainNode(parent: $0.field(), data: $0.field()) }) {
      $1.put($0.parent)
      $1.put($0.data)
    }
  }
}
