import Foundation
import TestSupport
import Testing

/// `campaign` as people run it, and as machines end it.
@Suite struct CampaignVerbTests {
  private static let plan = """
    cat > night.yaml <<'END'
    rows:
      - {hop: ind_uf, adversary: guess, set: {signatureBits: 6}}
      - {hop: ind_cr, set: {hashBits: 8}}
    trials: 1200
    shard: 300
    block: 50
    END
    $G campaign plan night.yaml -o night.json;
    """

  private func shell(_ script: String) throws -> Gamekeeper.Run {
    try inScratchFolder { try Gamekeeper.shell(Self.plan + script, in: $0) }
  }

  @Test func aCampaignIsPlannedPlayedAndShown() throws {
    let run = try shell(
      """
      $G campaign status night.json > /dev/null; echo $?; $G campaign run night.json > run.txt; echo $?
      $G campaign show night.json > show.txt; echo $?; cmp run.txt show.txt && ls night.shards; grep -c 'shards   4 of 4' show.txt
      """)
    #expect(run.output == "75\n0\n0\n000000.shard\n000001.shard\n000002.shard\n000003.shard\n1\n", "\(run)")
  }

  @Test func theCampaignsOfAFolderAreListed() throws {
    let run = try shell(
      """
      $G campaign list | tail -1; $G campaign run night.json > run.txt; $G campaign show night.json -o record.json > show.txt
      $G campaign list | tail -1; ls results.sqlite; $G campaign list nowhere 2> err; echo $?; cat err
      """)
    for row in [/\.\/night\.json +\S+ +2 +1,200 +0 of 4/, /\.\/night\.json +\S+ +2 +1,200 +4 of 4 +met/] {
      #expect(run.output.contains(row), "\(run.output)")
    }
    #expect(run.output.hasSuffix("\nresults.sqlite\n65\ngamekeeper: error: `nowhere` is no folder that can be read\n"), "\(run)")
  }

  /// Some at random places here, a hundred in the night.
  @Test func aCampaignThatIsKilledEndsAsOneThatIsNot() throws {
    let script = PackageRoot.url.appending(path: "Tests/Campaign/kills").path
    let times = ProcessInfo.processInfo.environment["LONG_TESTS"] == nil ? "6" : "100"
    let run = try ChildProcess(["bash", script, Gamekeeper.executable.path, times])
    #expect(run.status == 0 && run.output.contains("every shard as in one undisturbed run"), "\(run)")
  }

  @Test(arguments: ["INT", "TERM", "USR1"]) func aSignalEndsItAfterItsBlockWithSeventyFive(_ signal: String) throws {
    let run = try shell(
      """
      sed -i 's/trials: .*/trials: 1e9/; s/shard: .*/shard: 1e8/' night.yaml; $G campaign plan night.yaml -o night.json
      (exec env --default-signal=\(signal) $G campaign run night.json > out 2> err) & worker=$!
      until ls night.shards/*.part > /dev/null 2>&1 && [ $(wc -l < night.shards/*.part) -gt 3 ]; do sleep 0.05; done
      kill -\(signal) $worker; wait $worker; echo $?; cat out err; tail -c 1 night.shards/*.part | od -An -c
      """)
    #expect(run.output.hasPrefix("75\ngamekeeper: stopped: 10 shards are not whole; run again, it goes on\n"), "\(run)")
    #expect(run.output.hasSuffix("\\n\n"), "the block in hand is whole")
  }

  /// A file that may not grow any more stands for a disk that is full.
  @Test func aFullDiskLosesNothing() throws {
    let run = try shell(
      """
      (ulimit -f 2; $G campaign run night.json > out 2> err); echo $?; grep -c 'error: `.*part`: file too large' err
      $G campaign run night.json --folder alone > alone.txt; $G campaign run night.json > run.txt; echo $?
      cmp run.txt alone.txt; diff -r alone night.shards && echo same
      """)
    #expect(run.output == "74\n1\n0\nsame\n", "\(run)")
  }

  /// Whatever the time of day is said to be: it goes back by a day whenever it is asked for.
  @Test func aClockThatIsSetBackChangesNothing() throws {
    let run = try shell(
      """
      cat > back.c <<'END'
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <sys/time.h>
      #include <time.h>
      static long days;
      int clock_gettime(clockid_t clock, struct timespec *time) {
        static int (*own)(clockid_t, struct timespec *);
        if (!own) own = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
        int status = own(clock, time);
        if (clock == CLOCK_REALTIME) time->tv_sec -= 86400 * __atomic_add_fetch(&days, 1, __ATOMIC_RELAXED);
        return status;
      }
      int gettimeofday(struct timeval *restrict time, void *restrict zone) {
        struct timespec now;
        clock_gettime(CLOCK_REALTIME, &now);
        time->tv_sec = now.tv_sec, time->tv_usec = now.tv_nsec / 1000;
        return 0;
      }
      END
      cc -shared -fPIC -o back.so back.c -ldl; export BACK=$PWD/back.so
      LD_PRELOAD=$BACK python3 -c 'import time; a = time.time(); print(time.time() < a)'
      $G campaign run night.json --folder alone -o alone.json > /dev/null
      LD_PRELOAD=$BACK $G campaign run night.json --budget 1h --folder back -o back.json > /dev/null; echo $?
      LD_PRELOAD=$BACK $G campaign status night.json --folder back > /dev/null; echo $?
      diff -r alone back && cmp alone.json back.json && echo same
      """)
    #expect(run.output == "True\n0\n0\nsame\n", "\(run)")
  }

  /// Begun shards count, too; and a claim that nothing contradicts has none.
  @Test func findingsAreToldBeforeAnythingIsJudged() throws {
    let run = try shell(
      """
      $G campaign findings night.json > none.txt; echo $?
      cat > bad.yaml <<'END'
      rows: [{game: signature-idealization, adversary: replay, twin: forgetful}]
      trials: 1e9
      shard: 1e8
      block: 100
      END
      $G campaign plan bad.yaml -o bad.json
      for budget in 500ms 5s 30s; do
        $G campaign run bad.json --budget $budget > /dev/null 2> err; s=$?; grep -q finding err && break
      done
      echo $s
      grep -c 'finding: the two answers to query 3 differ .*; replay it with: ' err
      $G campaign findings bad.json > found.txt; echo $?; grep -c '^finding  ' found.txt; tail -n 1 found.txt
      """)
    #expect(run.output.hasPrefix("0\n75\n1\n1\n1\nnot met: 1 finding in "), "\(run)")
  }

  @Test func aFolderOfCampaignsIsListedAndOneIsWatchedToItsEnd() throws {
    let run = try shell(
      """
      ($G campaign status night.json --watch > watched.txt; echo $?) & sleep 1
      $G campaign run night.json -o record.json > /dev/null; wait; cat watched.txt | tail -n 1
      $G campaign list > list.txt; echo $?; grep -c 'night.json.*4 of 4' list.txt; head -c 6 results.sqlite
      $G campaign list nosuch; echo $?
      """)
    #expect(run.output.contains("0\nshards  4 of 4 shards are whole"), "\(run)")
    #expect(run.output.hasSuffix("\n0\n1\nSQLite65\n"), "\(run)")
  }

  /// As the engine says it, where it is there to be asked.
  @Test func anArrayThatIsTooLargeIsRefusedBySlurmsOwnNumber() throws {
    let run = try shell(
      """
      mkdir bin; printf '#!/bin/sh\necho "MaxArraySize            = 3"\n' > bin/scontrol; chmod +x bin/scontrol
      export PATH=$PWD/bin:$PATH; $G campaign submit night.json --engine slurm 2> err; echo $?; cat err
      $G campaign submit night.json --engine slurm --workers 3 | grep -c 'array=0-2 '
      """)
    #expect(
      run.output == "64\ngamekeeper: error: 4 workers are more than an array of 3 has room for\n"
        + "gamekeeper: hint: --workers 3: each then plays several shards\n1\n", "\(run)")
  }

  @Test(arguments: [
    ("sed 's/\"format\" : 1/\"format\" : 2/' night.json", "it is a plan of format 2, and this program reads format 1"),
    ("sed 's/\"trials\" : 1200/\"trials\" : 1201/' night.json", "its hash is "), ("echo '{}'", "it is no plan"),
    ("head -c 200 night.json", "it is no whole plan"),
  ]) func aPlanThatIsNoneOfOursIsOneError(_ script: String, _ words: String) throws {
    for verb in ["run", "status", "merge", "show", "findings", "submit --engine print"] {
      let run = try shell("\(script) > other.json; $G campaign \(verb) other.json")
      expectError(run, 65, "`other.json`: \(words)")
    }
  }

  @Test func workersOfAnArrayPlayTheirPartsAndJudgeNothing() throws {
    let run = try shell(
      """
      SLURM_ARRAY_TASK_ID=1 $G campaign run night.json --workers 3; echo $?; ls night.shards
      LSB_JOBINDEX=9 $G campaign run night.json --workers 3 2> err; echo $?; cat err
      """)
    #expect(
      run.output
        == "0\n000001.shard\n64\ngamekeeper: error: `LSB_JOBINDEX=9` names no worker of 3\n"
        + "gamekeeper: hint: 1 to 3, as many as there are\n", "\(run)")
  }

  @Test func whatIsWrongIsOneError() throws {
    let run = try shell(
      """
      $G campaign run night.json --shard 0/4; sed 's/"seed" : 1/"seed" : 2/' night.json > other.json
      $G campaign run other.json 2> err; echo $?; sed 's/signatureBits: 6/signatureBits: 7/' night.yaml > seven.yaml
      $G campaign plan seven.yaml -o seven.json; $G campaign run seven.json --shard 0/4
      $G campaign merge night.json seven.shards 2>> err; echo $?
      $G campaign run night.json --shard 3/4; $G campaign merge night.json 2>> err; echo $?
      sed 's/"commit" : "[^"]*"/"commit" : "feedbee"/' night.json > commit.json; $G campaign show commit.json 2>> err; echo $?
      $G campaign show nosuch.json 2>> err; echo $?; grep -c ': error: ' err; cat err
      """)
    #expect(run.output.hasPrefix("65\n65\n65\n65\n65\n5\n"), "\(run)")
    for words in [
      "its hash is ", "it is a shard of another plan", "shards 1, 2 are missing before shard 3", "there is no such file",
    ] {
      #expect(run.output.contains(words), "\(run.output)")
    }
  }

  @Test func anEngineThatIsNotThereIsSaidWithItsPackage() throws {
    for (engine, package) in [("slurm", "slurm-client"), ("parallel", "parallel"), ("aws-batch", "awscli")] {
      let run = try shell(
        "PATH=/nowhere $G campaign submit night.json --engine \(engine) --queue q --definition d --run; echo $?")
      #expect(run.output == "69\n" && run.error.contains("hint: apt-get install \(package)\n"), "\(run)")
    }
  }

  /// A program, the first on the path, that answers its calls in turn with `bodies`; and `submit`.
  private func engine(_ engine: String, _ program: String, _ bodies: String...) -> String {
    let answers = bodies.enumerated().map { "\($0 + 1)) \($1);;" }.joined(separator: " ")
    return """
      mkdir -p bin; rm -f calls; export PATH=$PWD/bin:$PATH
      submit() { $G campaign submit night.json --engine \(engine) --queue q --definition d --run; }
      cat > bin/\(program) <<'END'
      #!/bin/sh
      echo >> calls; case $(wc -l < calls) in \(answers) esac
      END
      chmod +x bin/\(program)

      """
  }

  /// It is there, and there is no cluster: all that it says is told, and who says it. One that takes jobs may warn.
  @Test(arguments: [("slurm", "sbatch", "sinfo"), ("aws-batch", "aws", "aws batch describe-job-queues")])
  func anEngineThatTakesNoJobIsOneErrorBehindItsOwnWords(_ name: String, _ program: String, _ probe: String) throws {
    let run = try shell(
      engine(name, program, #"printf 'error: no \033source\nfatal: no cluster\n' >&2; exit 3"#)
        + #"submit > out 2> err; echo $?; wc -l < out; sed "s,$PWD,HERE," err; wc -l < calls"# + "\n"
        + engine(name, program, #"echo "a warning" >&2; echo 7"#, "echo 8") + "submit")
    #expect(
      run.output == """
        69
        0
        error: no \\u{1B}source
        fatal: no cluster
        gamekeeper: error: engine `\(name)` did not take the campaign: `HERE/bin/\(program)` ended with 3
        gamekeeper: hint: `\(probe)` shows whether it takes jobs; `--engine print` needs none
        1
        7
        8

        """, "\(run)")
    #expect(run.status == 0 && run.error == "a warning\n", "\(run)")
  }

  /// The workers run on, so who submitted is told their job, and how to judge them or to take them back.
  @Test(arguments: [
    ("slurm", "sbatch", "scancel 7"), ("aws-batch", "aws", "aws batch terminate-job --job-id 7 --reason unjudged"),
  ]) func workersThatAreTakenWithoutAJudgeAreSaidToBe(_ name: String, _ program: String, _ cancel: String) throws {
    let run = try shell(
      engine(name, program, "echo 7", #"echo "error: no dependencies" >&2; echo "fatal: refused" >&2; exit 5"#)
        + #"submit 2> err; echo $?; sed "s,$PWD,HERE," err"#)
    #expect(
      run.output == """
        7
        69
        error: no dependencies
        fatal: refused
        gamekeeper: error: engine `\(name)` took the workers, as job 7, and not the job that judges: \
        `HERE/bin/\(program)` ended with 5
        gamekeeper: hint: `gamekeeper campaign merge night.json` judges when they have ended; `\(cancel)` takes them back

        """, "\(run)")
  }

  /// Of much that it says the end is shown, and the beginning of a long line.
  @Test func whatAnEngineSaysIsShownWithinALimit() throws {
    let run = try shell(
      engine("slurm", "sbatch", #"seq 40 >&2; head -c 500 /dev/zero | tr '\0' x >&2; exit 1"#)
        + "submit 2> err; echo $?; head -n 2 err; wc -l < err; grep -cE '^x{400}…$' err")
    #expect(run.output == "69\n… 9 lines before\n10\n35\n1\n", "\(run)")
  }

  /// What is asked for is not cut: nothing is planned.
  @Test func aBlockThatIsLongerThanAShardIsRefused() throws {
    let run = try shell(
      "sed -i 's/block: .*/block: 301/' night.yaml; $G campaign plan night.yaml -o other.json; echo $?; ls")
    #expect(run.output == "65\nnight.json\nnight.yaml\n", "\(run)")
    let place = "`night.yaml`, line 6, `block`: "
    #expect(run.error == "gamekeeper: error: \(place)a block of 301 is longer than a shard, 300 trials (300 at most)\n", "\(run)")
  }

  @Test func aPrintedCampaignCanBeRunByAShell() throws {
    let run = try shell("$G campaign submit night.json --engine print --workers 2 | sh; ls night.shards | wc -l")
    #expect(run.output.contains("shards   4 of 4 are judged") && run.output.hasSuffix("\n4\n"), "\(run)")
  }
}
