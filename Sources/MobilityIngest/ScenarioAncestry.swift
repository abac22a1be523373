/// Which scenarios a scenario extends.
public enum ScenarioAncestry {
    /// The directory and those that it extends, nearest first, without links and dots.
    public static func directories(of directory: String) -> [String] {
        let chain = ScenarioChain(directory: directory, log: FindingLog(limit: 1))
        return chain.levels.map { FilePath.canonical($0.directory) ?? $0.directory }
    }
}
