// Made by `npm run api:types` from the OpenAPI document of the code. Do not edit.

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process is alive */
        get: operations["Health.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it can serve: database, durability, queue */
        get: operations["Health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus (direct calls from the own network only) */
        get: operations["Metrics.text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The description of this API (OpenAPI 3.1) */
        get: operations["Description.document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the queues */
        get: operations["Queue.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{name}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the jobs of a queue */
        get: operations["Queue.jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{name}/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a failed job again */
        post: operations["Queue.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/stuck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the deliveries that failed for good */
        get: operations["Outbox.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deliver again */
        post: operations["Outbox.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the audit trail */
        get: operations["Audit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check the audit chain */
        get: operations["Audit.check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/framework": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The framework: domains, directions, roles and levels */
        get: operations["Framework.overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/framework/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A role with its duties and skills */
        get: operations["Framework.role"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published certification schemes */
        get: operations["Scheme.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A certification scheme */
        get: operations["Scheme.one"];
        put?: never;
        post?: never;
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
        Liveness: {
            /** @constant */
            status: "live";
        };
        Readiness: {
            /** @enum {string} */
            status: "ready" | "degraded" | "unavailable";
            database: {
                ok: boolean;
            };
            durability: {
                ok: boolean;
                settings: string;
            };
            queue: {
                ok: boolean;
                /** @enum {string} */
                backend: "redis" | "postgres";
            };
        };
        QueueList: {
            rows: components["schemas"]["QueueView"][];
        };
        QueueView: {
            name: string;
            jobs: string[];
            counts: {
                [key: string]: number;
            };
        };
        QueueJobList: {
            rows: components["schemas"]["QueueJobView"][];
        };
        QueueJobView: {
            id: string;
            name: string;
            outboxId: string | null;
            addedAt: number;
            attempts: number;
            failure: string | null;
        };
        StuckDeliveryList: {
            rows: components["schemas"]["StuckDelivery"][];
        };
        StuckDelivery: {
            outboxId: string;
            job: string;
            event: string;
            key: string;
            attempts: number;
            error: string;
            stuckAt: number;
        };
        RetryDelivery: {
            job: string;
        };
        AuditEntryPage: {
            rows: components["schemas"]["AuditEntryView"][];
            nextCursor: string | null;
            total: number | null;
        };
        AuditEntryView: {
            id: string;
            no: number | null;
            at: number;
            actor: string;
            action: string;
            objectType: string;
            objectId: string;
            details: {
                [key: string]: unknown;
            };
            hash: string | null;
        };
        AuditChainReport: {
            links: number;
            unlinked: number;
            fault: {
                no: number;
                /** @enum {string} */
                fault: "number-gap" | "broken-link" | "altered";
            } | null;
        };
        FrameworkView: {
            domains: {
                id: string;
                name: {
                    zh: string;
                    en?: string;
                };
                directions: {
                    id: string;
                    name: {
                        zh: string;
                        en?: string;
                    };
                    roles: components["schemas"]["RoleSummary"][];
                }[];
            }[];
            levels: {
                /** @enum {string} */
                id: "L5" | "L4" | "L3" | "L2" | "L1";
                no: number;
                name: {
                    zh: string;
                    en?: string;
                };
                description: {
                    zh: string;
                    en?: string;
                } | null;
            }[];
        };
        RoleSummary: {
            id: string;
            no: number;
            name: {
                zh: string;
                en?: string;
            };
            summary: {
                zh: string;
                en?: string;
            } | null;
        };
        RoleView: {
            id: string;
            no: number;
            name: {
                zh: string;
                en?: string;
            };
            directionId: string;
            summary: {
                zh: string;
                en?: string;
            } | null;
            duties: {
                zh: string;
                en?: string;
            }[];
            headings: {
                id: string;
                name: {
                    zh: string;
                    en?: string;
                };
                skills: components["schemas"]["RoleSkill"][];
            }[];
            added: {
                skill: components["schemas"]["RoleSkill"];
                reason: {
                    zh: string;
                    en?: string;
                };
            }[];
        };
        RoleSkill: {
            id: string;
            kind: string;
            name: {
                zh: string;
                en?: string;
            };
            definition: {
                zh: string;
                en?: string;
            } | null;
            emphasis: number;
        };
        SchemeList: {
            rows: components["schemas"]["SchemeView"][];
        };
        SchemeView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            versionId: string;
            version: number;
            code: string;
            roleId: string;
            roleName: {
                zh: string;
                en?: string;
            };
            /** @enum {string} */
            level: "L5" | "L4" | "L3" | "L2" | "L1";
            /** @enum {string} */
            status: "draft" | "published" | "retired";
            publishedAt: number | null;
            body: components["schemas"]["SchemeBody"];
        };
        SchemeBody: {
            title: {
                zh: string;
                en?: string;
            };
            components: {
                /** @enum {string} */
                code: "theory" | "practical" | "review";
                title: {
                    zh: string;
                    en?: string;
                };
                weight: number;
                passMark: string;
                outOf: string;
            }[];
            eligibility: components["schemas"]["EligibilityRule"];
            attemptsAllowed: number;
            waitingDays: number;
            /** @constant */
            achievement: "permanent";
            registrationValidityMonths: number;
            feeNote?: {
                zh: string;
                en?: string;
            };
        };
        EligibilityRule: {
            /** @constant */
            kind: "open";
        } | {
            /** @constant */
            kind: "all";
            of: components["schemas"]["EligibilityRule"][];
        } | {
            /** @constant */
            kind: "any";
            of: components["schemas"]["EligibilityRule"][];
        } | {
            /** @constant */
            kind: "years-of-work";
            atLeast: number;
        } | {
            /** @constant */
            kind: "certificate";
            role: string;
            /** @enum {string} */
            level: "L5" | "L4" | "L3" | "L2" | "L1";
            yearsSince: number;
        } | {
            /** @constant */
            kind: "education";
            /** @enum {string} */
            atLeast: "secondary" | "junior-college" | "bachelor" | "master" | "doctor";
            related: boolean;
            finalYear: boolean;
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "Health.live": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.ready": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Metrics.text": {
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
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Description.document": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Queue.list": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Queue.jobs": {
        parameters: {
            query?: {
                state?: "waiting" | "active" | "delayed" | "failed" | "completed";
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueJobList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Queue.retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Outbox.list": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StuckDeliveryList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Outbox.retry": {
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
                "application/json": components["schemas"]["RetryDelivery"];
            };
        };
        responses: {
            /** @description OK */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Audit.list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                actor?: string;
                action?: string;
                objectId?: string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Audit.check": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditChainReport"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Framework.overview": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameworkView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Framework.role": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Scheme.list": {
        parameters: {
            query?: {
                role?: string;
                level?: "L5" | "L4" | "L3" | "L2" | "L1";
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Scheme.one": {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
