import TestSupport
import Testing

@Suite struct ServeTests {
  /// Each file is asked for before anything is served.
  @Test func aFolderOfAssetsThatLacksOneIsRefused() throws {
    let run = try inScratchFolder { folder in
      try Gamekeeper.shell("mkdir a; touch a/page.css a/page.js a/worker.js; $G serve --port 0 --assets a; echo $?", in: folder)
    }
    #expect(run.output == "65\n" && run.error == "gamekeeper: error: `a/break.js`: there is no such file\n", "\(run)")
  }

  @Test func aBrowserThatDoesNotOpenIsToldAndTheServerStays() throws {
    let run = try inScratchFolder { folder in
      try Gamekeeper.shell(
        """
        mkdir bin; printf '#!/bin/sh\\nexit 3\\n' > bin/xdg-open; chmod +x bin/xdg-open
        PATH="$PWD/bin:$PATH" "$G" serve --port 0 --open > address 2> said & server=$!
        for i in $(seq 200); do [ -s said ] && break; sleep 0.1; done
        kill -0 $server && kill $server; wait $server; echo $?; cat said
        """, in: folder)
    }
    #expect(run.output.hasPrefix("0\ngamekeeper: no browser was opened: `"), "\(run)")
    #expect(run.output.hasSuffix("bin/xdg-open` ended with 3; open the address by hand\n"), "\(run)")
  }

  /// Everybody on the machine sees the arguments of its programs.
  @Test func theBrowserIsGivenAFileOfItsOwnersAlone() throws {
    let run = try inScratchFolder { folder in
      try Gamekeeper.shell(
        """
        mkdir bin
        printf '#!/bin/sh\\nstat -c %%a "$1" "${1%%/*}" > mode; cp "$1" copy; echo "$1" > argument\\n' > bin/xdg-open
        chmod +x bin/xdg-open
        PATH="$PWD/bin:$PATH" "$G" serve --port 0 --open > address & server=$!
        for i in $(seq 200); do [ -s argument ] && break; sleep 0.1; done
        kill $server; wait $server; echo $?
        cat mode; grep -c "$(cut -d= -f2 address)" argument copy; [ -e "$(cat argument)" ] || echo gone
        """, in: folder)
    }
    #expect(run.output == "0\n600\n700\nargument:0\ncopy:1\ngone\n", "\(run)")
  }
}
