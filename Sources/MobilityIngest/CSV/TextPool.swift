/// Texts of cells. Up to 15 bytes a Swift string holds itself; longer ones are kept once and shared.
struct TextPool {
    private var index = ByteIndex()
    private var texts: [String] = []

    mutating func text(_ bytes: Bytes) -> String {
        if bytes.count <= 15 { return bytes.text }
        let (number, isNew) = index.insert(bytes)
        if isNew { texts.append(bytes.text) }
        return texts[number]
    }
}
