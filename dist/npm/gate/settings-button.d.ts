/** What the settings button says and looks like. Every page view of every visitor pays for it, so it is no more than that. */
/** Two sliders. */
export declare const icon = "M2 8h10m5 0h5M2 16h5m5 0h10M17 8a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0m-5 8a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0";
export declare const styles: string;
