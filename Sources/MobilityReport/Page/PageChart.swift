/// What a chart shows; the script of the page makes a chart of the library of it.
struct PageChart: Sendable {
    enum Unit: String, Sendable {
        case count, share, day, points
        /// Counts of two kinds on either side of nothing, written without a sign.
        case opposed
    }
    enum Kind: String, Sendable {
        /// Bars on top of one another.
        case stacked
        /// A bar from one value to another for each label.
        case spans
        /// The same with a mark at a third value.
        case intervals
    }
    struct Series: Sendable {
        var name: String
        /// A value for each label, a span of two, or nothing.
        var values: [[Double]]
        /// Of the palette of the script.
        var colour: Int
        var isLine = false
        /// Of intervals: a thin bar, for one that holds another.
        var isNarrow = false
    }

    /// The colour of text, for what is no member of a stack.
    static let ink = 8

    var kind: Kind
    var isHorizontal = true
    var unit: Unit = .count
    var labels: [String]
    var series: [Series]
    /// Of the axis of values.
    var axis: String
    /// What there is to see, for those who do not see it.
    var description: String

    var json: JSONValue {
        .object([
            ("kind", .string(kind.rawValue)), ("horizontal", .bool(isHorizontal)), ("unit", .string(unit.rawValue)),
            ("labels", .array(labels.map { .string($0) })), ("axis", .string(axis)),
            ("series", .array(series.map { series in
                .object([
                    ("name", .string(series.name)), ("colour", .integer(series.colour)), ("line", .bool(series.isLine)),
                    ("values", .array(series.values.map { value in
                        value.isEmpty ? .null : value.count == 1 ? .double(value[0]) : .array(value.map { .double($0) })
                    })),
                ] + (series.isNarrow ? [("narrow", .bool(true))] : []))
            })),
        ])
    }

    /// CSS pixels.
    var height: Int {
        guard isHorizontal else { return 340 }
        return 110 + labels.count * 30
    }
}
