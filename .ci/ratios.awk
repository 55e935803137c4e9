# Reads the output of go test -bench -benchmem and sets each benchmark beside
# its twin: BenchmarkSave/10 beside BenchmarkSaveRaw/10. Of repeated runs the
# fastest counts, because noise only ever adds.

/^pkg: / { package = $2; sub(/^[^\/]*\//, "", package) }

/^Benchmark/ {
	name = $1
	sub(/-[0-9]+$/, "", name)
	sub(/^Benchmark/, "", name)
	key = package " " name
	if (!(key in time)) {
		order[++count] = key
		twinName = name
		if (!sub(/\//, "Raw/", twinName)) { twinName = name "Raw" }
		twins[key] = package " " twinName # only in the name: the package has slashes of its own
	}
	for (i = 2; i < NF; i++) {
		if ($(i + 1) == "ns/op") { least(time, key, $i) }
		if ($(i + 1) == "B/op") { least(bytes, key, $i) }
	}
}

END {
	for (i = 1; i <= count; i++) {
		key = order[i]
		twin = twins[key]
		if (!(twin in time)) { continue }
		if (!shown++) {
			printf "\n%-44s %12s %12s %7s %7s\n", "beside its raw twin", "ours ms", "raw ms", "time", "memory"
		}
		printf "%-44s %12.3f %12.3f %7s %7s\n", key, time[key] / 1e6, time[twin] / 1e6, \
			ratio(time, key, twin), ratio(bytes, key, twin)
	}
	if (!shown) { print "no benchmark has a raw twin" }
}

function least(values, key, value) {
	if (!(key in values) || value + 0 < values[key]) { values[key] = value + 0 }
}

function ratio(values, key, twin) {
	if (!(twin in values) || values[twin] == 0) { return "-" }
	return sprintf("%.2f", values[key] / values[twin])
}
