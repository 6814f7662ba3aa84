/// Root finding for a monotone function.
enum Root {
  /// The root of `f`, which is positive on the side of `start` and negative far away in the direction of `step`.
  ///
  /// Should `start` lie beyond the root already, the search walks back first. A bracket is found by doubling steps; then
  /// Chandrupatla's method (Advances in Engineering Software 28, 1997): inverse quadratic interpolation where it is safe, else
  /// bisection.
  static func find(near start: Double, step: Double, of f: (Double) -> Double) -> Double {
    var (near, far, stride) = (start, start + step, step)
    var fNear = f(near)
    while fNear <= 0 {
      near -= stride
      stride *= 2
      fNear = f(near)
      precondition(near.isFinite, "no root: the function never becomes positive")
    }
    var fFar = f(far)
    stride = step
    while fFar > 0 {
      (near, fNear) = (far, fFar)
      stride *= 2
      far += stride
      fFar = f(far)
      precondition(far.isFinite, "no root: the function never becomes negative")
    }
    return chandrupatla(far, fFar, near, fNear, f)
  }

  private static func chandrupatla(_ x1: Double, _ f1: Double, _ x2: Double, _ f2: Double, _ f: (Double) -> Double) -> Double {
    var (a, fa, b, fb, fraction) = (x1, f1, x2, f2, 0.5)
    while true {
      let x = a + fraction * (b - a), fx = f(x)
      let c, fc: Double
      if (fx > 0) == (fa > 0) { (c, fc) = (a, fa) } else { (c, fc, b, fb) = (b, fb, a, fa) }
      (a, fa) = (x, fx)
      let best = abs(fa) < abs(fb) ? a : b
      let tolerance = 2 * best.ulp / abs(b - a)
      if tolerance > 0.5 || fa == 0 || fb == 0 { return fa == 0 ? a : best }
      let xi = (a - b) / (c - b), phi = (fa - fb) / (fc - fb)
      fraction =
        phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi && fc.isFinite
        ? fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
        : 0.5
      fraction = min(1 - tolerance, max(tolerance, fraction))
    }
  }
}
