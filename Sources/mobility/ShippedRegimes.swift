/// The behaviours that come with the program, by name.
///
/// The one place that knows where they are kept: `simulate --behaviour NAME` asks here for the bytes of the YAML file.
enum ShippedRegimes {
    private static let files: [String: [UInt8]] = [:]

    static var names: [String] { files.keys.sorted() }

    /// `nil` where no regime has the name.
    static func bytes(named name: String) -> [UInt8]? { files[name] }
}
