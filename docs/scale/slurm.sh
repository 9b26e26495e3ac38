#!/bin/bash
# Verifies in 16 shards as a Slurm array, then merges them.
#
#	HARNESS=/shared/harness FIXTURES=/shared/fixtures RESULTS=/shared/results sbatch slurm.sh
#
# All three folders must be on storage that every node has; run $HARNESS/harness once before, so that it is built. A task
# that was preempted or ran into its time limit is requeued and goes on from its journal.
#
#SBATCH --job-name=harness-verify
#SBATCH --array=1-16
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=04:00:00
#SBATCH --requeue
set -u
: "${HARNESS:?}" "${FIXTURES:?}" "${RESULTS:?}"
count=$SLURM_ARRAY_TASK_COUNT shard=$SLURM_ARRAY_TASK_ID
mkdir -p "$RESULTS"

# The first task submits the merge, which waits for all of them.
if [ "$shard" = 1 ] && [ "${SLURM_RESTART_COUNT:-0}" = 0 ]; then
	sbatch --job-name=harness-merge --dependency="afterok:$SLURM_ARRAY_JOB_ID" --output="$RESULTS/verdict.txt" \
		--wrap="exec '$HARNESS/harness' merge $(seq -s ' ' -f "'$RESULTS/%g.json'" 1 "$count") --json '$RESULTS/all.json'"
fi

"$HARNESS/harness" verify "$FIXTURES" --interrupts nested --jobs "$SLURM_CPUS_PER_TASK" \
	--shard "$shard/$count" --resume "$RESULTS/$shard.journal" --json "$RESULTS/$shard.json"
status=$?
# 1: findings. The merge says so; the task itself has done its work.
[ "$status" = 1 ] && status=0
exit "$status"
