import Foundation

/// Whether a text is well-formed XML, as far as its bytes and brackets say: every `<` opens a tag that ends, every tag that
/// opens closes, and no control character stands anywhere.
struct XMLCheck {
    let isWellFormed: Bool

    init(_ text: String) {
        var open: [Substring] = []
        var sound = !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\r" && $0 != "\t" }
        for match in text.matches(of: /<(\/?)([A-Za-z:]+)[^<>]*?(\/?)>/) {
            if !match.3.isEmpty { continue }
            if match.1.isEmpty { open.append(match.2) } else if open.popLast() != match.2 { sound = false }
        }
        isWellFormed = sound && open.isEmpty
    }
}
