import MobilityModel

extension Decode {
    /// An ISO 3166-1 alpha-2 code that is assigned, or `XK`.
    static func country(_ bytes: Bytes) throws(Complaint) -> Country {
        if bytes.count == 2, let country = CountryCodes.country(bytes[0], bytes[1]) { return country }
        let found = Excerpt.quoted(bytes)
        let hint = bytes.count <= 64 ? CountryCodes.suggestion(bytes.text).map { ": \($0)" } ?? "" : ""
        throw Complaint(
            "bad_country", "found \(found), expected a country as two capital letters of ISO 3166-1\(hint)")
    }

    /// One of the names of an enumeration.
    static func choice<Value: CaseIterable & RawRepresentable<String>>(
        _ bytes: Bytes, of type: Value.Type, except hidden: [Value] = []
    ) throws(Complaint) -> Value where Value: Equatable {
        if let value = Value(rawValue: bytes.text), !hidden.contains(value) { return value }
        let names = Value.allCases.filter { !hidden.contains($0) }.map(\.rawValue)
        throw Complaint("bad_choice", "found \(Excerpt.quoted(bytes))" + hint(bytes.text, among: names))
    }

    static func hint(_ text: String, among names: [String]) -> String {
        if let near = NearestName.find(text, among: names) {
            return ", expected one of \(Excerpt.names(names, limit: 20)); did you mean `\(near)`?"
        }
        return ", expected one of \(Excerpt.names(names, limit: 20))"
    }

    /// A language and a level: `it:A2`.
    static func language(_ bytes: Bytes) throws(Complaint) -> LanguageSkill {
        guard bytes.count == 5, bytes[2] == 0x3A else { throw notLanguage(bytes) }
        let language = Bytes(rebasing: bytes[0..<2]).text
        guard LanguageCodes.all.contains(language) else { throw notLanguage(bytes) }
        guard let level = LanguageLevel(rawValue: Bytes(rebasing: bytes[3..<5]).text) else { throw notLanguage(bytes) }
        return LanguageSkill(language: language, level: level)
    }

    private static func notLanguage(_ bytes: Bytes) -> Complaint {
        let found = Excerpt.quoted(bytes)
        let expected = "expected a language of ISO 639-1 and a level from A1 to C2, such as `it:A2`"
        guard bytes.count <= 16 else { return Complaint("bad_language", "found \(found), \(expected)") }
        let parts = bytes.text.split(omittingEmptySubsequences: false) { ":-_ ".contains($0) }
        if parts.count == 2, LanguageCodes.all.contains(parts[0].lowercased()),
            LanguageLevel(rawValue: parts[1].uppercased()) != nil
        {
            return Complaint("bad_language", "found \(found), \(expected); did you mean `\(parts[0].lowercased()):\(parts[1].uppercased())`?")
        }
        if parts.count == 1, LanguageCodes.all.contains(parts[0].lowercased()) {
            return Complaint("bad_language", "found \(found) without a level, \(expected)")
        }
        if parts.count == 2, parts[0].utf8.count == 2, !LanguageCodes.all.contains(parts[0].lowercased()) {
            return Complaint("bad_language", "found \(found), and `\(Excerpt.plain(String(parts[0])))` is no language; \(expected)")
        }
        return Complaint("bad_language", "found \(found), \(expected)")
    }

    /// Whether a text is meant as a language with a level, even where it is misspelt: `it:A2`, `IT:a2`, `it:A3`.
    static func readsLikeLanguage(_ bytes: Bytes) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
        return bytes.count == 5 && isLetter(bytes[0]) && isLetter(bytes[1]) && bytes[2] == 0x3A
            && (0x61...0x63).contains(bytes[3] | 0x20) && (0x30...0x39).contains(bytes[4])
    }

    /// A certificate, or a language where it reads like one.
    static func skill(_ bytes: Bytes) throws(Complaint) -> Skill {
        if readsLikeLanguage(bytes) { return .language(try language(bytes)) }
        return .certificate(try certificateName(bytes))
    }

    /// The name of a certificate, without an expiry.
    static func certificateName(_ bytes: Bytes) throws(Complaint) -> String {
        if bytes.contains(0x40) {
            throw Complaint(
                "bad_certificate",
                "found \(Excerpt.quoted(bytes)), expected the name of a certificate alone; only a candidate's has an expiry")
        }
        return bytes.text
    }

    /// `NAME` or `NAME@EXPIRY`.
    static func heldCertificate(_ bytes: Bytes) throws(Complaint) -> HeldCertificate {
        guard let at = bytes.lastIndex(of: 0x40) else { return HeldCertificate(name: bytes.text) }
        let name = Bytes(rebasing: bytes[0..<at]).trimmed
        guard !name.isEmpty, !name.contains(0x40) else {
            throw Complaint("bad_certificate", "found \(Excerpt.quoted(bytes)), expected NAME or NAME@YYYY-MM-DD")
        }
        do {
            return HeldCertificate(name: name.text, expiry: try day(Bytes(rebasing: bytes[(at + 1)...]).trimmed))
        } catch {
            throw Complaint(error.code, "the expiry of \(Excerpt.quoted(name)): " + error.message)
        }
    }

    /// `true` and `false` as planners type them.
    static func flag(_ bytes: Bytes) throws(Complaint) -> Bool {
        switch bytes.text.lowercased() {
        case "true", "yes", "1": return true
        case "false", "no", "0": return false
        default: throw Complaint("bad_choice", "found \(Excerpt.quoted(bytes)), expected `true` or `false`")
        }
    }
}
