import Foundation
import Testing

/// A name that would do harm on a page if it were not text there.
enum EvilName {
    static let text = "<script>alert('x')</script>\"&</title>\u{202E}\u{2028}"

    /// Expects a page of such names to have no other elements than its own: they end neither its title nor its scripts.
    static func expectOnlyText(in html: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(!html.contains("<script>alert") && !html.contains("\"&</title>") && !html.contains("\u{202E}"), sourceLocation: sourceLocation)
        // One for the page, two of our scripts, one of their data.
        #expect(html.components(separatedBy: "</title>").count == 2, sourceLocation: sourceLocation)
        #expect(html.components(separatedBy: "</script>").count == 4, sourceLocation: sourceLocation)
    }
}
