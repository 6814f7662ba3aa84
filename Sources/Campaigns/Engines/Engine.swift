internal import Words

/// Who runs the workers of a plan: something that exists already. Each is given a script, which is all that there is to see.
public enum Engine: String, CaseIterable, Sendable {
  case slurm, parallel, awsBatch = "aws-batch", print

  /// What has to be said beside the plan.
  public struct Request: Sendable {
    /// How the plan and its folder are called where the workers run.
    public let plan, folder: String
    /// The program, as workers call it.
    public let program: String
    public let workers: Int
    /// At most so many workers at once; nil for as many as the engine lets.
    public let atOnce: Int?
    /// Of AWS Batch.
    public let queue, definition: String?
    /// Indices of an array are below this number.
    public let maximumArray: Int

    public init(
      plan: String, folder: String, program: String, workers: Int, atOnce: Int?, queue: String?, definition: String?,
      maximumArray: Int
    ) {
      (self.plan, self.folder, self.program, self.workers, self.atOnce) = (plan, folder, program, workers, atOnce)
      (self.queue, self.definition, self.maximumArray) = (queue, definition, maximumArray)
    }
  }

  /// The program that has to be there, and the Debian package that brings it; nil where nothing is needed.
  public var needs: (program: String, package: String)? {
    switch self {
    case .slurm: ("sbatch", "slurm-client")
    case .parallel: ("parallel", "parallel")
    case .awsBatch: ("aws", "awscli")
    case .print: nil
    }
  }

  /// The command that shows whether it takes jobs; nil for who plays them here, as part of the script.
  public var probe: String? {
    switch self {
    case .slurm: "sinfo"
    case .awsBatch: "aws batch describe-job-queues"
    case .parallel, .print: nil
    }
  }

  /// The command that takes a job away again; nil for who has none.
  public func cancelling(_ job: String) -> String? {
    switch self {
    case .slurm: "scancel \(Escape.shell(job))"
    case .awsBatch: "aws batch terminate-job --job-id \(Escape.shell(job)) --reason unjudged"
    case .parallel, .print: nil
    }
  }

  /// The most workers of an array, if nobody says otherwise: Slurm's `MaxArraySize` as it is by default, and AWS Batch's.
  public var usualMaximumArray: Int { self == .slurm ? 1001 : self == .awsBatch ? 10_000 : .max }

  /// Where it takes jobs the script prints the id of each as it is taken: of the workers, then of who judges.
  /// - Throws: an error if it is too large an array, or if something is left out.
  public func script(_ request: Request) throws(CampaignError) -> String {
    guard request.workers <= request.maximumArray else {
      throw CampaignError(
        .usage, "\(request.workers) workers are more than an array of \(request.maximumArray) has room for",
        hint: "\(CommandWords.option("workers", "\(request.maximumArray)")): each then plays several shards")
    }
    let run = ([request.program, "campaign", "run", request.plan, "--folder", request.folder]).map(Escape.shell).joined(
      separator: " ")
    let merge = ([request.program, "campaign", "merge", request.plan, "--folder", request.folder]).map(Escape.shell).joined(
      separator: " ")
    let last = request.workers - 1
    switch self {
    case .slurm:
      // A requeued task goes on where it was: 75 says that there is more. The signal comes two minutes before the end of its
      // time.
      return """
        #!/bin/sh
        # The workers, and whoever judges when all have ended, however they did. Completion is read from the shards' own files.
        set -eu
        job=$(sbatch --parsable --array=0-\(last)\(request.atOnce.map { "%\($0)" } ?? "") --requeue --signal=B:USR1@120 \\
          --open-mode=append --job-name=campaign --output=\(Escape.shell(request.folder))/slurm-%A_%a.out <<'WORKER'
        #!/bin/sh
        \(run) --workers \(request.workers) &
        worker=$!
        trap 'kill -USR1 $worker' USR1
        trap 'kill -TERM $worker' TERM
        status=0
        wait $worker || status=$?
        # A signal ends the wait, not the worker.
        while kill -0 $worker 2>/dev/null; do status=0; wait $worker || status=$?; done
        if [ $status = 75 ]; then
          scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}" || true
        fi
        exit $status
        WORKER
        )
        echo "$job"
        sbatch --parsable --dependency=afterany:"$job" --job-name=campaign-merge \\
          --output=\(Escape.shell(request.folder))/slurm-merge.out <<'MERGE'
        #!/bin/sh
        exec \(merge)
        MERGE
        """ + "\n"
    case .parallel:
      return """
        #!/bin/sh
        # A worker that ends with 75 goes on when this is run again.
        set -eu
        parallel \(request.atOnce.map { "--jobs \($0) " } ?? "")--line-buffer \\
          \(Escape.shell("\(run) --shard {}/\(request.workers)")) \\
          ::: $(seq 0 \(last)) || true
        exec \(merge)
        """ + "\n"
    case .awsBatch:
      guard let queue = request.queue, let definition = request.definition else {
        throw CampaignError(
          .usage, "AWS Batch needs a queue and a job definition",
          hint: "\(CommandWords.option("queue", "NAME")) \(CommandWords.option("definition", "NAME"))")
      }
      // An array of AWS Batch has two jobs at least.
      let array = request.workers > 1 ? " --array-properties size=\(request.workers)" : ""
      func job(_ name: String, _ words: [String], _ more: String) -> String {
        let command = words.map { "\"\($0)\"" }.joined(separator: ",")
        return "aws batch submit-job --job-name \(name) --job-queue \(Escape.shell(queue)) --job-definition "
          + "\(Escape.shell(definition))\(more) \\\n  --query jobId --output text --container-overrides "
          + Escape.shell("{\"command\": [\(command)]}")
      }
      let worker = [
        request.program, "campaign", "run", request.plan, "--folder", request.folder, "--workers", "\(request.workers)",
      ]
      let judge = [request.program, "campaign", "merge", request.plan, "--folder", request.folder]
      return """
        #!/bin/sh
        # The plan and its folder lie on a file system that the containers share.
        set -eu
        job=$(\(job("campaign", worker, array + " --retry-strategy attempts=10")))
        echo "$job"
        \(job("campaign-merge", judge, " --depends-on jobId=\"$job\""))
        """ + "\n"
    case .print:
      return (0...last).map { "\(run) --shard \($0)/\(request.workers)\n" }.joined() + merge + "\n"
    }
  }
}
