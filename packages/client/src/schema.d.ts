// Made by `npm run api:types` from the OpenAPI document of the code. Do not edit.

export interface paths {
    "/api/v1/certificates/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verify a certificate by number, for institutions; name or code are compared where they are given, else no holder is shown */
        get: operations["Verification.forInstitution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificate-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify a certificate, for institutions: by number, or by the credential that its holder showed (JSON or VC-JWT) */
        post: operations["Verification.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The test certificates, one in each state */
        get: operations["Verification.sandboxCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificate-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the batches */
        get: operations["Institution.page"];
        put?: never;
        /** Verify many certificates: one question in JSON per line (NDJSON), up to 10,000 lines */
        post: operations["Institution.upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificate-batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The progress of a batch */
        get: operations["Institution.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificate-batches/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The results, one JSON per line; `after` goes on behind a line */
        get: operations["Institution.results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificate-batches/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a batch off; what is answered stays */
        post: operations["Institution.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification-queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the institution asked within thirty days */
        get: operations["Institution.asked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification-queries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV */
        get: operations["Institution.exported"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the webhooks */
        get: operations["Webhooks.list"];
        put?: never;
        /** Make a webhook; its secret is shown once */
        post: operations["Webhooks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a webhook and its log */
        delete: operations["Webhooks.remove"];
        options?: never;
        head?: never;
        /** Change a webhook, or switch it off or on */
        patch: operations["Webhooks.change"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secret-rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret; the earlier one signs too for a day */
        post: operations["Webhooks.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message */
        post: operations["Webhooks.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent, with every attempt */
        get: operations["Webhooks.log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-deliveries/{id}/redelivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message again */
        post: operations["Webhooks.again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        VerificationAnswer: {
            /** @enum {string} */
            verdict: "valid" | "not-valid" | "cannot-be-determined";
            reason: ("not-found" | "altered" | "key-compromised" | "revoked" | "suspended" | "expired" | "superseded" | "signature-not-checked" | "signed-before-compromise" | "status-not-checked" | "not-yet-valid") | null;
            checks: {
                /** @enum {string} */
                check: "log" | "holder" | "issuer" | "signature" | "status" | "validity";
                /** @enum {string} */
                outcome: "passed" | "failed" | "unknown";
            }[];
            checkedAt: number;
            statusAsOf: number | null;
            supersededBy: string | null;
            certificate: {
                number: string;
                holderName: string | null;
                title: {
                    zh: string;
                    en?: string;
                };
                /** @enum {string} */
                level: "L5" | "L4" | "L3" | "L2" | "L1";
                issuedAt: number;
                expiresAt: number | null;
            } | null;
            /** @constant */
            sandbox?: true;
        };
        Problem: {
            type: string;
            title: string;
            titles: {
                zh: string;
                en: string;
            };
            status: number;
            instance: string;
            code: string;
            params: {
                [key: string]: string | number | boolean | null;
            };
            errors: {
                pointer: string;
                code: string;
                detail?: string;
            }[];
        };
        InstitutionCheck: components["schemas"]["CheckByNumber"] | components["schemas"]["CheckByCredential"] | components["schemas"]["CheckByToken"];
        CheckByNumber: {
            number: string;
            name?: string;
            code?: string;
        };
        CheckByCredential: {
            credential: {
                [key: string]: unknown;
            };
        };
        CheckByToken: {
            jwt: string;
        };
        SandboxCertificates: {
            rows: {
                /** @enum {string} */
                state: "valid" | "revoked" | "suspended" | "superseded" | "expired" | "altered" | "cannot-be-determined";
                number: string;
                name: string;
                code: string;
                credential: {
                    [key: string]: unknown;
                };
                jwt: string;
            }[];
        };
        CertificateBatch: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "waiting" | "running" | "done" | "cancelled";
            lines: number;
            answered: number;
            createdAt: number;
            finishedAt: number | null;
            deletedAt: number;
            sandbox: boolean;
        };
        CertificateBatchPage: {
            rows: components["schemas"]["CertificateBatch"][];
            nextCursor: string | null;
            total: number | null;
        };
        AskedQueryPage: {
            rows: components["schemas"]["AskedQuery"][];
            nextCursor: string | null;
            total: number | null;
        };
        AskedQuery: {
            /** Format: uuid */
            id: string;
            at: number;
            number: string;
            /** @enum {string} */
            way: "number" | "credential" | "token" | "batch";
            askedBy: string;
            /** @enum {string} */
            verdict: "valid" | "not-valid" | "cannot-be-determined";
            reason: ("not-found" | "altered" | "key-compromised" | "revoked" | "suspended" | "expired" | "superseded" | "signature-not-checked" | "signed-before-compromise" | "status-not-checked" | "not-yet-valid") | null;
            sandbox: boolean;
        };
        WebhookList: {
            rows: components["schemas"]["Webhook"][];
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string;
            events: ("certificate.issued" | "certificate.suspended" | "certificate.reinstated" | "certificate.superseded" | "certificate.revoked" | "certificate.expired")[];
            /** @enum {string} */
            status: "active" | "disabled";
            disabledReason: ("by-hand" | "failing" | "gone") | null;
            failingSince: number | null;
            earlierSecretUntil: number | null;
            createdAt: number;
        };
        CreateWebhook: {
            url: string;
            /** @default  */
            description: string;
            events: ("certificate.issued" | "certificate.suspended" | "certificate.reinstated" | "certificate.superseded" | "certificate.revoked" | "certificate.expired")[];
        };
        NewWebhook: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string;
            events: ("certificate.issued" | "certificate.suspended" | "certificate.reinstated" | "certificate.superseded" | "certificate.revoked" | "certificate.expired")[];
            /** @enum {string} */
            status: "active" | "disabled";
            disabledReason: ("by-hand" | "failing" | "gone") | null;
            failingSince: number | null;
            earlierSecretUntil: number | null;
            createdAt: number;
            secret: string;
        };
        ChangeWebhook: {
            description?: string;
            events?: ("certificate.issued" | "certificate.suspended" | "certificate.reinstated" | "certificate.superseded" | "certificate.revoked" | "certificate.expired")[];
            active?: boolean;
        };
        WebhookDelivery: {
            /** Format: uuid */
            id: string;
            messageId: string;
            type: string;
            body: string;
            /** @enum {string} */
            status: "open" | "delivered" | "failed";
            attempts: number;
            dueAt: number | null;
            createdAt: number;
            log: {
                at: number;
                tookMs: number;
                httpStatus: number | null;
                error: string | null;
                response: string | null;
            }[];
        };
        WebhookDeliveryPage: {
            rows: components["schemas"]["WebhookDelivery"][];
            nextCursor: string | null;
            total: number | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "Verification.forInstitution": {
        parameters: {
            query?: {
                name?: string;
                code?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Verification.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstitutionCheck"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Verification.sandboxCertificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxCertificates"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institution.page": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateBatchPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institution.upload": {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description OK */
            202: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateBatch"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institution.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateBatch"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institution.results": {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institution.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateBatch"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institution.asked": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                number?: string;
                from?: number;
                until?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedQueryPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Institution.exported": {
        parameters: {
            query?: {
                number?: string;
                from?: number;
                until?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhook"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            204: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeWebhook"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            202: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.log": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.again": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            202: {
                headers: {
                    /** @description The daily quota of the key: "day";q=<calls>;w=<seconds> */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it: "day";r=<calls>;t=<seconds until the next day> */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    /** @description Seconds; with 429 and 503 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
