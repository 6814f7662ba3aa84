import Testing

/// The moves of the search, one by one and in all orders, in scopes that the address names.
@Suite struct MovesTests {
  @Test func movesAreChosenToAnAttackThatTheRuleHadRefused() async throws {
    try await Served.run { served in
      let first = try await served.ask("/moves").body
      #expect(first.contains("href=\"/moves?path=0\"") && first.contains("Nothing has been done yet."))
      let second = try await served.ask("/moves?path=0").body
      #expect(second.contains("href=\"/moves\">← one step back") && second.contains("href=\"/moves?path=0.0\""))
      #expect(second.contains("<a href=\"/rules#"), "what is refused, and by which rule")
      #expect(try await served.ask("/moves?path=9999").status == 404)
      #expect(try await served.ask("/moves?path=0.x").status == 404)
      #expect(try await served.ask("/moves.svg?path=0").body.hasPrefix("<svg"))
      let saved = try await served.ask("/moves.yaml?path=0")
      #expect(saved.head.contains("by-hand.yaml") && saved.body.contains("steps:"))
    }
  }

  @Test func theScopeIsInTheAddressOfEachMove() async throws {
    try await Served.run { served in
      let page = try await served.ask("/moves?operators=3&hsms=3&depth=1&path=0").body
      #expect(page.contains("3 operators (1 dishonest, n = 2)") && page.contains("3 HSMs (1 rogue)"))
      #expect(page.contains("href=\"/moves?path=0.0&amp;operators=3&amp;hsms=3\""), "what is as by default is left out")
      #expect(page.contains("gamekeeper explore --hsms 3 --domains 1 --depth 1<"))
      #expect(page.contains("name=\"hsms\" value=\"3\" min=\"1\" max=\"4\""))
    }
  }

  @Test(arguments: [
    ("operators=x", "`operators` is `x`</p>", "1 to 5 on a page"), ("rotations=3", "`rotations` is `3`", "0 to 2 on a page"),
    ("customer-keys=2", "`customer-keys` is `2`", "0 to 1 on a page"),
    ("dishonest=3", "3 of 2 operators cannot be dishonest", "begins with a scope"),
    ("rogue-hsms=2", "all HSMs are rogue", "begins with a scope"),
    (
      "operators=5&rogue-operators=2&hsms=4&hosts=2&rogue-hosts=2", "the scope is too large for a page",
      "explore --operators 5 --rogue-operators 2"
    ), ("hsms=%3Cscript%3E", "`hsms` is `&lt;script&gt;`", "1 to 4 on a page"),
    ("quorum=", "`quorum` is ``", "any n genuine operators"), ("quorum=3", "a quorum of 3 cannot be had", "begins with a scope"),
    ("roles=security", "`roles` is `security`", "as in security:1,operations:2"),
    ("roles=security:1,operations:2", "roles are dealt to 3 of 2 operators", "begins with a scope"),
    ("transparent-wrap=yes", "`transparent-wrap` is `yes`", "`true`, or left out"),
  ])
  func aScopeThatIsNoneIsToldWithWhatWouldBeOne(_ fields: String, _ words: String, _ hint: String) async throws {
    try await Served.run { served in
      for path in ["/moves", "/found.yaml"] {
        let page = try await served.ask("\(path)?\(fields)")
        let text = page.body.replacing("<code>", with: "`").replacing("</code>", with: "`")
        #expect(page.status == 404 && text.contains(words) && text.contains(hint), "\(text)")
      }
      #expect(try await served.ask("/run/moves", post: fields).status == 404)
    }
  }

  @Test func rolesQuorumAndTheDefectiveSuiteArePartsOfTheScope() async throws {
    try await Served.run { served in
      let roles = try await served.ask("/moves?roles=security:1,operations:1&quorum=security:1,operations:1&path=0").body
      #expect(roles.contains("name=\"roles\" value=\"security:1,operations:1\""))
      #expect(roles.contains("quorum=operations%3A1%2Csecurity%3A1&amp;roles=security%3A1%2Coperations%3A1"))
      #expect(roles.contains("roles security, operations"), "in words")
      let fields = "transparent-wrap=true&without=key.never-leaves-unwrapped"
      let open = try await served.ask("/moves?\(fields)").body
      #expect(open.contains("name=\"transparent-wrap\" value=\"true\" checked"))
      #expect(open.contains(" --depth 1 --transparent-wrap --without key."), "\(open)")
      #expect(try await served.ask("/run/moves", post: fields).status == 303)
      #expect(try await page(served, fields, "data-state=\"ended\"").contains("keys-secret</code> falls"))
    }
  }

  @Test func aScenarioIsGoneOnWithAfterOneOfItsSteps() async throws {
    try await Served.run { served in
      #expect(try await served.ask("/attack/transplant").body.contains("<option value=\"transplant.2\">2</option>"))
      let intact = try await served.ask("/moves?from=transplant.2").body
      #expect(intact.contains("It begins after step 2 of <a href=\"/attack/transplant\">"))
      #expect(intact.contains("<th scope=\"row\">2</th>") && !intact.contains("<th scope=\"row\">3</th>"))
      #expect(intact.contains("href=\"/moves?path=0&amp;from=transplant.2\"") && !intact.contains("breaks keys-secret"))
      let rule = "token.wrap-bound-to-trust"
      let open = try await served.ask("/moves?from=transplant.2&without=\(rule)").body
      let link = /href="(\/moves\?path=\d+&amp;from=transplant[^"]+)">[^\n]+breaks keys-secret/
      let attack = String(try #require(open.firstMatch(of: link)).1).replacing("&amp;", with: "&")
      let fallen = try await served.ask(attack).body
      #expect(fallen.contains("breaks <strong>keys-secret</strong>"))
      let file = try await served.ask("/moves.yaml?from=transplant.2").body
      #expect(file.contains("- found:") && file.contains("- add-key:") && !file.contains("- forge:"))
    }
  }

  /// The command searches the scope of the page, whose operators have roles.
  @Test func theCommandHasTheRolesOfTheScenario() async throws {
    try await Served.run { served in
      let page = try await served.ask("/moves?from=second-role.0").body
      let command = try #require(page.firstMatch(of: /<code>(gamekeeper explore [^<]+)<\/code>/)?.1)
      #expect(command.contains(" --quorum ") && command.contains(" --roles ") && command.contains("security:1"), "\(command)")
    }
  }

  @Test(arguments: [
    ("hsm-opened-later.10", "step 4 of the scenario is none of the moves", "begin after step 3 at the latest"),
    ("transplant.5", "`from` is `transplant.5`", "the number of a step, 0 to 4"), ("transplant", "`from` is", "0 to 4"),
    ("transplan.1", "transplan", "transplant"), ("%3Cscript%3E.1", "unknown scenario `&lt;script&gt;`", "gamekeeper list"),
    ("", "unknown scenario ``", "gamekeeper list"),
  ])
  func aBeginningThatIsNoneIsTold(_ from: String, _ words: String, _ hint: String) async throws {
    try await Served.run { served in
      let page = try await served.ask("/moves?from=\(from)")
      let text = page.body.replacing("<code>", with: "`").replacing("</code>", with: "`")
      #expect(page.status == 404 && text.contains(words) && text.contains(hint) && !text.contains("<script>"), "\(text)")
    }
  }

  @Test func theStepsOfAScenarioHaveOneSearch() async throws {
    try await Served.run { served in
      #expect(try await served.ask("/run/moves", post: "from=transplant.2").status == 303)
      _ = try await page(served, "from=transplant.2", "data-state=\"ended\"")
      #expect(try await served.ask("/moves?from=transplant.3").body.contains("data-state=\"ended\""))
    }
  }

  /// The page once its search is in this state.
  private func page(_ served: Served, _ fields: String, _ words: String) async throws -> String {
    var page = ""
    for _ in 0..<1200 where !page.contains(words) {
      page = try await served.ask("/moves?\(fields)").body
      try await Task.sleep(for: .milliseconds(50))
    }
    return page
  }

  @Test func allOrdersAreSearchedAndAnAttackIsShownAndKept() async throws {
    try await Served.run { served in
      let fields = "without=key.handle-is-fresh"
      let begun = try await served.ask("/run/moves", post: "path=0&\(fields)")
      #expect(begun.status == 303 && begun.head.contains("Location: /moves?path=0&without=key.handle-is-fresh"))
      let page = try await page(served, fields, "data-state=\"ended\"")
      #expect(page.contains("falls: ") && page.contains("states, ") && !page.contains("class=\"cut\""))
      let property = try #require(page.firstMatch(of: /\/found\.yaml\?without=key.handle-is-fresh&amp;property=([a-z-]+)/)?.1)
      let file = try await served.ask("/found.yaml?\(fields)&property=\(property)")
      #expect(file.head.contains("found.yaml") && file.body.contains("key.handle-is-fresh") && file.body.contains("steps:"))
      #expect(try await served.ask("/found.svg?\(fields)&property=\(property)").body.hasPrefix("<svg"))
      #expect(try await served.ask("/found.yaml?\(fields)&property=none").status == 404)
      #expect(try await served.ask("/found.yaml?property=\(property)").status == 404, "the intact policy was not searched")
    }
  }

  @Test func aSearchIsStoppedAndSaysHowFarItWas() async throws {
    try await Served.run { served in
      // Ten seconds of search and more.
      let large = ["operators=5&hsms=3&depth=3", "operators=5&hsms=3&depth=3&hosts=0"]
      for fields in large { #expect(try await served.ask("/run/moves", post: fields).status == 303) }
      let refused = try await served.ask("/run/moves", post: "")
      #expect(refused.status == 503 && refused.body.contains("2 searches go on already."))
      let seen = try await page(served, large[0], "aria-label=\"states seen")
      #expect(seen.contains(/[\d,]+ states, [\d,]+ on the frontier, [\d,]+ transitions, depth \d+, [\d,]+ states a second/))
      for fields in large { #expect(try await served.ask("/stop/moves", post: fields).status == 303) }
      let stopped = try await page(served, large[0], "data-state=\"ended\"")
      #expect(stopped.contains("Not the whole search</strong>: it was stopped by hand"))
      #expect(stopped.contains("inconclusive: interrupted before the end"))
    }
  }
}
