extension Duration {
    /// Whole milliseconds, clamped to what C takes.
    var milliseconds: Int32 {
        let (seconds, attoseconds) = components
        guard seconds < 2_000_000 else { return .max }
        return Int32(clamping: max(0, seconds) * 1_000 + attoseconds / 1_000_000_000_000_000)
    }
}
